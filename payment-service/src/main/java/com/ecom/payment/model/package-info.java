/** What a payment is and what can happen to it; pure Java, run unchanged by the simulator. */
@NullMarked
package com.ecom.payment.model;

import org.jspecify.annotations.NullMarked;
