package com.ecom.payment.stripe;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Our account with Stripe. The key has no default: without it nothing starts.
 *
 * @param returnUrl where the bank sends the customer after the approval page
 * @param apiBase Stripe itself, unless a test says otherwise
 * @param timeout for one answer; what takes longer is asked again under the same key
 */
@Validated
@ConfigurationProperties("ecom.payment.stripe")
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "stripe")
record StripeProperties(
        @NotBlank String apiKey,
        @NotNull URI returnUrl,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("10s") Duration timeout) {}
