package com.ecom.payment.calls;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls are made to whatever provider there is.
 *
 * @param maxAttempts after which a call that nobody answers is put aside; the pauses grow to a minute, so sixty of them are
 *     somewhat less than an hour
 */
@Validated
@ConfigurationProperties("ecom.payment.calls")
record CallProperties(@DefaultValue("60") @Min(1) int maxAttempts) {}
