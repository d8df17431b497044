/** Sign-up and log-in with e-mail address and password. */
@NullMarked
package com.ecom.auth.login;

import org.jspecify.annotations.NullMarked;
