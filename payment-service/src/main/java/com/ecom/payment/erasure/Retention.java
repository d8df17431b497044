package com.ecom.payment.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is no part of the accounts is kept.
 *
 * @param bodies what the provider sent, word for word
 * @param webhooks that an event came, which is why it takes effect once; much longer than any provider repeats itself
 * @param records of comparisons, and of calls that were put aside and decided about
 */
@Validated
@ConfigurationProperties("ecom.payment.retention")
record Retention(
        @DefaultValue("30d") @NotNull Duration bodies,
        @DefaultValue("400d") @NotNull Duration webhooks,
        @DefaultValue("400d") @NotNull Duration records) {}
