/**
 * A request that is repeated under its {@code Idempotency-Key} has one effect and gets one answer: the key commits
 * with the effect, or neither does.
 */
@NullMarked
package com.ecom.core.idempotency;

import org.jspecify.annotations.NullMarked;
