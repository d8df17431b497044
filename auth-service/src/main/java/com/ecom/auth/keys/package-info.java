/** The signing keys: created, sealed at rest, published as a JWK set, rotated and removed. */
@NullMarked
package com.ecom.auth.keys;

import org.jspecify.annotations.NullMarked;
