/** The index of products is made anew on request, or given up for the one before, while others search and write. */
@NullMarked
package com.ecom.search.reindexing;

import org.jspecify.annotations.NullMarked;
