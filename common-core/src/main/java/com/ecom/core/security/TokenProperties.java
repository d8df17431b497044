package com.ecom.core.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed. Without a place to get the keys from, nothing starts.
 *
 * @param keys where the issuer publishes its public keys (JWKS)
 * @param issuer the only {@code iss} that is accepted
 * @param audience what {@code aud} must contain
 * @param skew how far clocks may differ
 */
@Validated
@ConfigurationProperties("ecom.tokens")
public record TokenProperties(
        @NotNull URI keys,
        @NotBlank String issuer,
        @NotBlank String audience,
        @DefaultValue("30s") Duration skew) {}
