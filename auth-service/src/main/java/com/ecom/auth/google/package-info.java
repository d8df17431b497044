/** Log-in with Google: OpenID Connect with PKCE, and the link from Google's identity to an account. */
@NullMarked
package com.ecom.auth.google;

import org.jspecify.annotations.NullMarked;
