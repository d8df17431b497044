/** Administrators manage accounts and staff roles; the first administrator comes from the configuration. */
@NullMarked
package com.ecom.auth.staff;

import org.jspecify.annotations.NullMarked;
