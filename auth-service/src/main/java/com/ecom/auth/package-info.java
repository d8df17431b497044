/**
 * Who you are: accounts, the sessions they open, and the tokens everyone else believes. Passwords and refresh tokens
 * are kept only as hashes, private keys only sealed.
 */
@NullMarked
package com.ecom.auth;

import org.jspecify.annotations.NullMarked;
