/**
 * What the shop promises, put to the test: {@code ./ecom prove} runs these proofs at full size, the build at a smaller
 * one. A proof that fails says what was violated and how to see it again.
 */
@NullMarked
package com.ecom.proof;

import org.jspecify.annotations.NullMarked;
