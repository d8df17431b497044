/** Hashes passwords with Argon2id, refuses the commonest, and verifies a presented one. */
@NullMarked
package com.ecom.auth.passwords;

import org.jspecify.annotations.NullMarked;
