/** Stripe as the payment provider, spoken to with its own library. */
@NullMarked
package com.ecom.payment.stripe;

import org.jspecify.annotations.NullMarked;
