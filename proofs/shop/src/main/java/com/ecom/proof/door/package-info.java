/** The door under misfortune: instances that are replaced, an issuer that is away, sessions that end. */
@NullMarked
package com.ecom.proof.door;

import org.jspecify.annotations.NullMarked;
