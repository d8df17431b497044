/** What the other services publish becomes findable: each event changes its part of a product and nothing else. */
@NullMarked
package com.ecom.search.indexing;

import org.jspecify.annotations.NullMarked;
