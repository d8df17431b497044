/** Our own copy of what things cost, fed by product events. */
@NullMarked
package com.ecom.order.pricing;

import org.jspecify.annotations.NullMarked;
