package com.ecom.auth.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accessTokenTtl short, because services do not check it again before it expires; twice as long as the outage of ours that a client
 *     who renews in time does not notice
 * @param guestTokenTtl long enough to come back to a cart or to follow an order: a guest has no other credential, no
 *     password to protect and no session to end
 * @param refreshIdle how long a session sleeps before it ends
 * @param refreshLifetime when a session ends however much it is used
 * @param refreshGrace how long the same token is answered with the same successor: another tab, or a client that lost our answer
 * @param staffSecondFactor optional only on a developer's machine
 */
@ConfigurationProperties("ecom.auth")
public record AuthProperties(
        @DefaultValue("10m") Duration accessTokenTtl,
        @DefaultValue("7d") Duration guestTokenTtl,
        @DefaultValue("14d") Duration refreshIdle,
        @DefaultValue("30d") Duration refreshLifetime,
        @DefaultValue("10s") Duration refreshGrace,
        @DefaultValue("required") SecondFactor staffSecondFactor) {

    /** A minute less than all others remember a revocation ({@code ecom.revocations.longest-token-life}), for clocks differ. */
    private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofMinutes(14);

    public AuthProperties {
        if (accessTokenTtl.compareTo(LONGEST_ACCESS_TOKEN) > 0) {
            throw new IllegalArgumentException(
                    "ecom.auth.access-token-ttl may be %d minutes at most: other services forget revocations after 15"
                            .formatted(LONGEST_ACCESS_TOKEN.toMinutes()));
        }
    }

    public enum SecondFactor {
        REQUIRED,
        OPTIONAL
    }
}
