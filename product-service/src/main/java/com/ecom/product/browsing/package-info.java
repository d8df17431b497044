/** The public view of the catalogue. Search is the job of search-service. */
@NullMarked
package com.ecom.product.browsing;

import org.jspecify.annotations.NullMarked;
