/** Sessions and their tokens: opened, refreshed, listed and revoked. */
@NullMarked
package com.ecom.auth.sessions;

import org.jspecify.annotations.NullMarked;
