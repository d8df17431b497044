/** Our own copy of what is for sale, fed by product events. */
@NullMarked
package com.ecom.cart.offers;

import org.jspecify.annotations.NullMarked;
