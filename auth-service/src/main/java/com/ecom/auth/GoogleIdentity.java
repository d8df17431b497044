package com.ecom.auth;

/** Who somebody is by Google's word. */
record GoogleIdentity(String issuer, String subject, Email email, boolean emailVerified) {}
