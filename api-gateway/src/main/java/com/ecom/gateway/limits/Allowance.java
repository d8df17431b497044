package com.ecom.gateway.limits;

import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.settings.TrafficProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is left of a rate limit after one more request.
 *
 * @param allowed whether that request is within the limit
 * @param left how many more requests are allowed now
 * @param untilNext how long a refused caller has to wait for the next request
 * @param untilFull how long until the whole burst may be used again
 */
public record Allowance(boolean allowed, long left, Duration untilNext, Duration untilFull) {

    static Allowance of(ConsumptionProbe probe) {
        return new Allowance(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers. */
    String header(String name) {
        return '"' + name + "\";r=" + left + ";t=" + wholeSeconds(untilFull);
    }

    /** @throws Refused if the request exceeds the limit */
    public void check() {
        if (!allowed) {
            throw new Refused(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "RATE_LIMIT_EXCEEDED",
                    "This is too much at once; wait a little",
                    Map.of(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds())));
        }
    }

    /** Never zero, since a client would retry at once. */
    private long retryAfterSeconds() {
        return Math.max(1, wholeSeconds(untilNext));
    }

    /** {@code RateLimit-Policy} of the same draft: the burst, and in how many seconds all of it comes back. */
    static String policy(String name, Rate rate) {
        return "\"%s\";q=%d;w=%d".formatted(name, rate.burst(), Math.ceilDiv(rate.burst(), rate.perSecond()));
    }

    private static long wholeSeconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000L);
    }
}
