/** Slows down guessing of passwords and codes, per network and account, without locking owners out. */
@NullMarked
package com.ecom.auth.throttling;

import org.jspecify.annotations.NullMarked;
