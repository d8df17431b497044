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
 * How much traffic may pass, and when a service is left alone.
 *
 * @param profile which of the profiles holds
 * @param trustedProxies whose word in {@code X-Forwarded-For} is cached, as addresses or CIDR ranges; nobody's by
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
     * @param any the rate of whatever has none of its own
     * @param limits rates by service, or by operation as the access policy names it
     * @param atOnce how many requests may wait for one service at the same time
     * @param atOnceEach as many of them from one network
     * @param webhooksAtOnce how many requests of payment providers may wait at the same time, beside those
     * @param shed operations of which so many are let in as can be answered in time, by their name in the access policy
     * @param retryPercent how many repeated requests there may be for every hundred that only read
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
     * What one caller may ask.
     *
     * @param perSecond requests per second, for as long as anybody likes
     * @param burst requests at once, after a pause
     */
    public record Rate(@Min(1) int perSecond, @Min(1) int burst) {}

    /**
     * Between which numbers the limit of an operation moves.
     *
     * @param initial the limit before anything is known
     */
    public record Shed(
            @Min(1) int min, @Min(1) int initial, @Min(1) int max) {

        @AssertTrue(message = "min, initial and max are in order")
        boolean isInOrder() {
            return min <= initial && initial <= max;
        }
    }

    /**
     * When an operation is not asked any more for a while, by its last calls.
     *
     * @param calls how many calls are looked at
     * @param atLeast how many it takes to judge
     * @param failurePercent as many failed
     * @param slowPercent as many took longer than {@code slowAfter}
     * @param openFor how long the operation is left alone
     * @param tries how many calls then find out how it is
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
