/** Exports and erases a customer's cart. */
@NullMarked
package com.ecom.cart.erasure;

import org.jspecify.annotations.NullMarked;
