/** Customers: their profile, addresses, wishlist and privacy requests. */
@NullMarked
package com.ecom.user;

import org.jspecify.annotations.NullMarked;
