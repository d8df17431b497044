package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicInteger verified = new AtomicInteger();
    private Instant now = NOON;
    private boolean revoked;

    private final VerifiedTokens tokens = new VerifiedTokens(
            token -> {
                verified.incrementAndGet();
                return Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject(token)
                        .expiresAt(NOON.plusSeconds(60))
                        .build();
            },
            token -> revoked
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("revoked"))
                    : OAuth2TokenValidatorResult.success(),
            Duration.ofSeconds(10),
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @Test
    void verifiesTheSameTokenOnce() {
        assertThat(subject("a")).isEqualTo("a");
        assertThat(subject("a")).isEqualTo("a");

        assertThat(verified).hasValue(1);
    }

    @Test
    void believesNoOtherTokenForIt() {
        subject("a");
        assertThat(subject("b")).isEqualTo("b");

        assertThat(verified).hasValue(2);
    }

    @Test
    void asksAgainOnceTheTokenIsOver() {
        subject("a");
        now = NOON.plusSeconds(70);
        subject("a");

        assertThat(verified).hasValue(2);
    }

    @Test
    void asksAgainOnceTheTokenIsRevoked() {
        subject("a");
        revoked = true;
        subject("a");

        assertThat(verified).hasValue(2);
    }

    private String subject(String token) {
        return Objects.requireNonNull(tokens.decode(token).block()).getSubject();
    }
}
