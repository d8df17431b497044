/** Accounts, one per e-mail address, and which of their roles a session has. */
@NullMarked
package com.ecom.auth.accounts;

import org.jspecify.annotations.NullMarked;
