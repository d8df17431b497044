/** What a cart is and what can be done to it; pure Java. */
@NullMarked
package com.ecom.cart.model;

import org.jspecify.annotations.NullMarked;
