/** A product, its variants and its prices, and what the shop hears when they change. */
@NullMarked
package com.ecom.product.model;

import org.jspecify.annotations.NullMarked;
