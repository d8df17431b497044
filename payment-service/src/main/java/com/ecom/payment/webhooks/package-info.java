/** What the provider tells us by itself: authentic, recent, once, and about the right amount. */
@NullMarked
package com.ecom.payment.webhooks;

import org.jspecify.annotations.NullMarked;
