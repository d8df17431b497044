/** What buyers think of a product, as review-service counts it. */
@NullMarked
package com.ecom.product.rating;

import org.jspecify.annotations.NullMarked;
