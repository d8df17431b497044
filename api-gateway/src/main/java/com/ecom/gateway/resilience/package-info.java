/** Circuit breakers, bulkheads and load shedding that no single caller can trip for others. */
@NullMarked
package com.ecom.gateway.resilience;

import org.jspecify.annotations.NullMarked;
