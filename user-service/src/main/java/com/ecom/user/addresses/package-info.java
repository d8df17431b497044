/** A customer's addresses, exactly one of them the default. */
@NullMarked
package com.ecom.user.addresses;

import org.jspecify.annotations.NullMarked;
