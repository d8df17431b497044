package com.ecom.core.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class RevokedTokensTests {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00.500Z");

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final Hands clock = new Hands();
    private final RevokedTokens revoked = new RevokedTokens(LIFE, clock);

    @Test
    void refusesTokensOfAnEndedSessionAndNoOthers() {
        revoked.endSession(session, NOON);

        assertThat(revoked.validate(token(it -> it.claim("sid", session.toString())))
                        .hasErrors())
                .isTrue();
        assertThat(revoked.isRevoked(
                        token(it -> it.claim("sid", UUID.randomUUID().toString()))))
                .isFalse();
        assertThat(revoked.isRevoked(token(it -> {}))).isFalse();
    }

    @Test
    void tellsTokensOfTheSameSecondApartByTheVersionOfTheirAccount() {
        revoked.endAllOf(account, 3, NOON);

        assertThat(revoked.isRevoked(token(it -> it.claim("uv", 2L)))).isTrue();
        assertThat(revoked.isRevoked(token(it -> it.claim("uv", 3L)))).isFalse();
        assertThat(revoked.isRevoked(token(it -> it.claim("uv", 2L).subject("somebody else"))))
                .isFalse();
    }

    @Test
    void judgesTokensWithoutAVersionByTheTimeOfTheirIssue() {
        revoked.endAllOf(account, 3, NOON);

        assertThat(revoked.isRevoked(token(it -> it.issuedAt(NOON.minusMillis(500)))))
                .isTrue();
        assertThat(revoked.isRevoked(token(it -> it.issuedAt(NOON.plusMillis(500)))))
                .isFalse();
        assertThat(revoked.isRevoked(token(it -> it.claims(all -> all.remove("iat")))))
                .isTrue();
    }

    @Test
    void newsThatComeLateOrTwiceMakeNothingLessStrict() {
        revoked.endAllOf(account, 3, NOON);
        revoked.endAllOf(account, 2, NOON.minusSeconds(60));

        assertThat(revoked.isRevoked(token(it -> it.claim("uv", 2L)))).isTrue();
    }

    @Test
    void refusesWhatARemovedKeySigned() {
        revoked.removeKey("stolen", NOON);

        assertThat(revoked.isRevoked(token(it -> it.header("kid", "stolen")))).isTrue();
        assertThat(revoked.isRevoked(token(it -> it.header("kid", "fresh")))).isFalse();
    }

    @Test
    void forgetsWhatConcernsNoTokenAnyMore() {
        for (int i = 0; i < 1_000; i++) {
            revoked.endSession(UUID.randomUUID(), NOON);
            revoked.endAllOf(UUID.randomUUID(), 1, NOON);
        }
        revoked.removeKey("stolen", NOON);
        clock.now = NOON.plus(LIFE).plusSeconds(1);
        revoked.endSession(session, clock.now);

        assertThat(revoked.size()).isEqualTo(2);
        assertThat(revoked.isRevoked(token(it -> it.header("kid", "stolen")))).isTrue();
    }

    @Test
    void doesNotEvenNoteWhatIsTooOld() {
        revoked.endSession(session, NOON.minus(LIFE).minusSeconds(1));

        assertThat(revoked.size()).isZero();
    }

    private Jwt token(Consumer<Jwt.Builder> changes) {
        var token = Jwt.withTokenValue("any")
                .header("kid", "any")
                .subject(account.toString())
                .issuedAt(NOON.minusSeconds(30))
                .expiresAt(NOON.plusSeconds(270));
        changes.accept(token);
        return token.build();
    }

    private static final class Hands extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
