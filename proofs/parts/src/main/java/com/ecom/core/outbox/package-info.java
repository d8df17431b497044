/** Brings the outbox to life without a service around it, for proofs; lives where it can see its inside. */
@NullMarked
package com.ecom.core.outbox;

import org.jspecify.annotations.NullMarked;
