/** A customer's wishlist: product ids only. */
@NullMarked
package com.ecom.user.wishlist;

import org.jspecify.annotations.NullMarked;
