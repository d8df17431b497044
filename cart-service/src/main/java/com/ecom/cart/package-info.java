/** What a visitor thinks of buying: as a guest in Redis, with an account in MySQL. */
@NullMarked
package com.ecom.cart;

import org.jspecify.annotations.NullMarked;
