/** Carts: of guests in Redis, of customers in MySQL. */
@NullMarked
package com.ecom.cart;

import org.jspecify.annotations.NullMarked;
