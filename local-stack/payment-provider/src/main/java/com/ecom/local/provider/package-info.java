/**
 * A payment provider for development and tests, as real ones are: every operation happens once per idempotency key,
 * changes come by signed webhooks that may be late, repeated or lost, and it can be away.
 */
@NullMarked
package com.ecom.local.provider;

import org.jspecify.annotations.NullMarked;
