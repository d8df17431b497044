/** A product, its variants and its prices, and the events that their changes publish. */
@NullMarked
package com.ecom.product.model;

import org.jspecify.annotations.NullMarked;
