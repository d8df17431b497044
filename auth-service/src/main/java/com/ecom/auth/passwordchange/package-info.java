/** Replaces a password, by the old one or by a mailed token, and ends all sessions of the account. */
@NullMarked
package com.ecom.auth.passwordchange;

import org.jspecify.annotations.NullMarked;
