package com.ecom.auth.google;

import com.ecom.auth.accounts.Email;

/** The identity that Google asserts in its ID token. */
record GoogleIdentity(String issuer, String subject, Email email, boolean emailVerified) {}
