package com.ecom.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static final String ADA = UUID.randomUUID().toString();
    private static final String BOB = UUID.randomUUID().toString();

    private final AtomicInteger verified = new AtomicInteger();
    private final List<Jwt> asked = new ArrayList<>();
    private Instant now = NOON;
    private boolean revoked;

    private final VerifiedTokens tokens = new VerifiedTokens(
            token -> {
                verified.incrementAndGet();
                return Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject(token)
                        .claim("roles", List.of("CUSTOMER"))
                        .expiresAt(NOON.plusSeconds(60))
                        .build();
            },
            token -> {
                asked.add(token);
                return revoked
                        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("revoked"))
                        : OAuth2TokenValidatorResult.success();
            },
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
        assertThat(callerOf(ADA)).isEqualTo(ADA);
        assertThat(callerOf(ADA)).isEqualTo(ADA);

        assertThat(verified).hasValue(1);
    }

    @Test
    void believesNoOtherTokenForIt() {
        callerOf(ADA);
        assertThat(callerOf(BOB)).isEqualTo(BOB);

        assertThat(verified).hasValue(2);
    }

    @Test
    void asksAgainOnceTheTokenIsOver() {
        callerOf(ADA);
        now = NOON.plusSeconds(70);
        callerOf(ADA);

        assertThat(verified).hasValue(2);
    }

    @Test
    void asksAgainOnceTheTokenIsRevoked() {
        callerOf(ADA);
        revoked = true;
        callerOf(ADA);

        assertThat(verified).hasValue(2);
    }

    @Test
    void keepsNoTokenButWhatRevocationsAskOf() {
        callerOf(ADA);
        callerOf(ADA);

        assertThat(asked).isNotEmpty().allSatisfy(it -> {
            assertThat(it.getTokenValue()).doesNotContain(ADA);
            assertThat(it.getSubject()).isEqualTo(ADA);
            assertThat(it.getHeaders()).containsEntry("alg", "RS256");
        });
    }

    /** As the admission filter does. */
    private String callerOf(String token) {
        var cached = tokens.cached(token);
        var caller = cached == null ? tokens.verify(token).block() : cached;
        return Objects.requireNonNull(caller).id().toString();
    }
}
