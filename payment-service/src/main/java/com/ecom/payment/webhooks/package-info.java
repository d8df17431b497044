/** What the provider reports by webhooks: authentic, recent, once, and about the right amount. */
@NullMarked
package com.ecom.payment.webhooks;

import org.jspecify.annotations.NullMarked;
