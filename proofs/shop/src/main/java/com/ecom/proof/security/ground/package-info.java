/** The shop under attack, what there is in it that somebody may want, and how an attacker asks it. */
@NullMarked
package com.ecom.proof.security.ground;

import org.jspecify.annotations.NullMarked;
