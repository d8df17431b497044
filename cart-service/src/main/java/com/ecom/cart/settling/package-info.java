/** What was bought leaves the cart. */
@NullMarked
package com.ecom.cart.settling;

import org.jspecify.annotations.NullMarked;
