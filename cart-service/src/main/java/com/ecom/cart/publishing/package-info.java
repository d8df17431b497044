/** What the shop hears of the carts of accounts. */
@NullMarked
package com.ecom.cart.publishing;

import org.jspecify.annotations.NullMarked;
