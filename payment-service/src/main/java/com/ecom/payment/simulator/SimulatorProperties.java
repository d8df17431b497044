package com.ecom.payment.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where the payment provider is, and our key to it. */
@Validated
@ConfigurationProperties("ecom.payment.provider")
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "simulator", matchIfMissing = true)
record SimulatorProperties(
        @NotNull URI url,
        @NotBlank String apiKey,
        @DefaultValue("5s") Duration timeout) {}
