/** Giving money of a sold order back: in parts, never more of it than was captured, and once for each request. */
@NullMarked
package com.ecom.order.refunding;

import org.jspecify.annotations.NullMarked;
