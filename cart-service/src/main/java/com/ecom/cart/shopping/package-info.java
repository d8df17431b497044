/** Reads and changes a visitor's cart, and merges a guest's cart at log-in. */
@NullMarked
package com.ecom.cart.shopping;

import org.jspecify.annotations.NullMarked;
