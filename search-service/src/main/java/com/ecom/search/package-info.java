/** A search index of products with stock and ratings. It can be rebuilt completely from republished events. */
@NullMarked
package com.ecom.search;

import org.jspecify.annotations.NullMarked;
