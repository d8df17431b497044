/** Rate limits, which all gateways count together in Redis. */
@NullMarked
package com.ecom.gateway.limits;

import org.jspecify.annotations.NullMarked;
