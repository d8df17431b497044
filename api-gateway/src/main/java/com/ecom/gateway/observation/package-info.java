/** Durations and traces of requests. */
@NullMarked
package com.ecom.gateway.observation;

import org.jspecify.annotations.NullMarked;
