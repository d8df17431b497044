package com.ecom.gateway.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rate limits, circuit breakers, bulkheads and load shedding, by profile.
 *
 * @param profile the profile that applies
 * @param trustedProxies the proxies whose {@code X-Forwarded-For} the gateway trusts, as addresses or CIDR ranges; none by
 *     default
 */
@Validated
@ConfigurationProperties("ecom.traffic")
public record TrafficProperties(
        @NotBlank String profile,
        @DefaultValue List<String> trustedProxies,
        @Valid @DefaultValue Map<String, Profile> profiles) {

    @AssertTrue(message = "names one of the profiles")
    boolean isProfileKnown() {
        return profiles.containsKey(profile);
    }

    public Profile chosen() {
        return Objects.requireNonNull(profiles.get(profile), () -> "There is no traffic profile " + profile);
    }

    /**
     * @param any the rate of services and operations without one of their own
     * @param limits rates by service, or by operation as the access policy names it
     * @param atOnce how many calls of one service may be in progress at the same time
     * @param atOnceEach how many of them may come from one network
     * @param webhooksAtOnce how many requests of payment providers may be in progress at the same time, in addition
     * @param shed bounds of adaptive limits, by the operation's name in the access policy
     * @param retryPercent how many retries are allowed for every hundred read requests
     */
    public record Profile(
            @Valid @NotNull Rate any,
            @Valid @DefaultValue Map<String, Rate> limits,
            @Valid @NotNull Breaker breaker,
            @Min(1) @DefaultValue("200") int atOnce,
            @Min(1) @DefaultValue("50") int atOnceEach,
            @Min(1) @DefaultValue("50") int webhooksAtOnce,
            @Valid @DefaultValue Map<String, Shed> shed,
            @Min(0) @Max(100) @DefaultValue("10") int retryPercent) {}

    /**
     * How many requests one caller may send.
     *
     * @param perSecond sustained requests per second
     * @param burst requests at once after a pause
     */
    public record Rate(@Min(1) int perSecond, @Min(1) int burst) {}

    /**
     * The bounds of an operation's adaptive limit.
     *
     * @param initial the limit before the first measurement
     */
    public record Shed(
            @Min(1) int min, @Min(1) int initial, @Min(1) int max) {

        @AssertTrue(message = "min, initial and max are in order")
        boolean isInOrder() {
            return min <= initial && initial <= max;
        }
    }

    /**
     * When the circuit breaker of an operation opens, judged by its last calls.
     *
     * @param calls the size of the sliding window
     * @param atLeast the minimum number of calls before the breaker may open
     * @param failurePercent opens the breaker if so many failed
     * @param slowPercent opens the breaker if so many took longer than {@code slowAfter}
     * @param openFor how long the breaker stays open
     * @param tries the permitted number of calls while it is half-open
     */
    public record Breaker(
            @Min(1) @DefaultValue("20") int calls,
            @Min(1) @DefaultValue("10") int atLeast,
            @Min(1) @Max(100) @DefaultValue("50") int failurePercent,
            @Min(1) @Max(100) @DefaultValue("60") int slowPercent,
            @NotNull @DefaultValue("2s") Duration slowAfter,
            @NotNull @DefaultValue("10s") Duration openFor,
            @Min(1) @DefaultValue("5") int tries) {}
}
