/** Signed callbacks of the release pipeline, counted as metrics. */
@NullMarked
package com.ecom.gateway.release;

import org.jspecify.annotations.NullMarked;
