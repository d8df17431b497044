/** The customer, the staff or the clock gives an order up. */
@NullMarked
package com.ecom.order.cancelling;

import org.jspecify.annotations.NullMarked;
