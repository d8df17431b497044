/** Refusals and failures that the gateway answers itself, as RFC 9457 problems. */
@NullMarked
package com.ecom.gateway.problems;

import org.jspecify.annotations.NullMarked;
