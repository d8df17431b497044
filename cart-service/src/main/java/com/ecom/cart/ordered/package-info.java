/** Removes ordered items from carts when an order is confirmed. */
@NullMarked
package com.ecom.cart.ordered;

import org.jspecify.annotations.NullMarked;
