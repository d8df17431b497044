/** A customer's profile and preferences, registered by the first event or token that names them. */
@NullMarked
package com.ecom.user.customers;

import org.jspecify.annotations.NullMarked;
