/** The rating of a product, consumed from review-service. */
@NullMarked
package com.ecom.product.rating;

import org.jspecify.annotations.NullMarked;
