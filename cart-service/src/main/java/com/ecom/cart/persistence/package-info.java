/** Where carts are kept: each is one document that is replaced only at the version that was read. */
@NullMarked
package com.ecom.cart.persistence;

import org.jspecify.annotations.NullMarked;
