/**
 * The shop attacked from outside: forged tokens, disguised paths, other people's things, requests that no client of ours
 * would send, and the search for what nobody may read in a log.
 */
@NullMarked
package com.ecom.proof.security;

import org.jspecify.annotations.NullMarked;
