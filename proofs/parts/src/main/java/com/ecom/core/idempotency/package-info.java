/** Mistakes planted in the handling of idempotency keys, for proofs; lives where it can see its inside. */
@NullMarked
package com.ecom.core.idempotency;

import org.jspecify.annotations.NullMarked;
