package com.ecom.core.security.revocation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param longestTokenLife how long a revocation is remembered: no access token that can be revoked lives longer, with
 *     the difference between clocks and the delay of the events on top
 */
@Validated
@ConfigurationProperties("ecom.revocations")
public record RevocationProperties(
        @DefaultValue("15m") @NotNull Duration longestTokenLife) {}
