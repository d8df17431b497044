package com.ecom.core.security.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses tokens of sessions that ended, tokens that an account had before all of them were revoked, and tokens signed
 * with a key that was removed. What is remembered is forgotten when the last token that it concerns has ended, so that
 * memory holds the revocations of a quarter of an hour and not of all times. Safe for many threads.
 */
public final class RevokedTokens implements OAuth2TokenValidator<Jwt> {

    /** The session that a token belongs to. */
    public static final String SESSION = "sid";

    /** How often all tokens of the account had been revoked when this one was issued: exact, unlike the clock's seconds. */
    public static final String ACCOUNT_VERSION = "uv";

    /** Longer than the four hours for which keys outlive an outage of their issuer. */
    private static final Duration KEYS_ARE_REMEMBERED = Duration.ofHours(24);

    private static final Duration TIDYING = Duration.ofMinutes(1);

    private static final OAuth2TokenValidatorResult REVOKED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "This token has been revoked", null));

    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, AccountMark> accounts = new ConcurrentHashMap<>();
    private final Map<String, Instant> keys = new ConcurrentHashMap<>();
    private final Duration remembered;
    private final Clock clock;
    private volatile Instant tidied;

    /** @param longestTokenLife how long after its revocation a token might still look valid */
    public RevokedTokens(Duration longestTokenLife, Clock clock) {
        this.remembered = longestTokenLife;
        this.clock = clock;
        this.tidied = clock.instant();
    }

    /** From now on no token of this session counts. */
    public void endSession(UUID session, Instant at) {
        keep(at.plus(remembered), until -> sessions.merge(session.toString(), until, RevokedTokens::later));
    }

    /**
     * From now on no token counts that this account had before.
     *
     * @param version tokens with a lower {@link #ACCOUNT_VERSION} are refused
     * @param notBefore tokens that carry no version are refused if they were issued earlier
     */
    public void endAllOf(UUID account, long version, Instant notBefore) {
        keep(
                notBefore.plus(remembered),
                until -> accounts.merge(
                        account.toString(), new AccountMark(version, notBefore, until), AccountMark::stricter));
    }

    /** From now on nothing counts that was signed with this key. */
    public void removeKey(String keyId, Instant at) {
        keep(at.plus(KEYS_ARE_REMEMBERED), until -> keys.merge(keyId, until, RevokedTokens::later));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return isRevoked(token) ? REVOKED : OAuth2TokenValidatorResult.success();
    }

    public boolean isRevoked(Jwt token) {
        return isKnown(sessions, token.getClaimAsString(SESSION))
                || isKnown(keys, token.getHeaders().get("kid"))
                || isOlderThanItsAccountAllows(token);
    }

    /** How many revocations are remembered. */
    public int size() {
        return sessions.size() + accounts.size() + keys.size();
    }

    private boolean isOlderThanItsAccountAllows(Jwt token) {
        var subject = token.getSubject();
        var mark = subject == null ? null : accounts.get(subject);
        return mark != null && mark.refuses(token.getClaim(ACCOUNT_VERSION), token.getIssuedAt());
    }

    private static boolean isKnown(Map<String, Instant> revoked, @Nullable Object id) {
        return id instanceof String name && revoked.containsKey(name);
    }

    private void keep(Instant until, Consumer<Instant> note) {
        var now = clock.instant();
        if (until.isAfter(now)) {
            note.accept(until);
        }
        if (tidied.plus(TIDYING).isBefore(now)) {
            tidied = now;
            forgetWhatEnded(now);
        }
    }

    private void forgetWhatEnded(Instant now) {
        sessions.values().removeIf(now::isAfter);
        accounts.values().removeIf(it -> now.isAfter(it.until));
        keys.values().removeIf(now::isAfter);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record AccountMark(long version, Instant notBefore, Instant until) {

        /** News may come twice and in any order; the strictest is what holds. */
        AccountMark stricter(AccountMark other) {
            return new AccountMark(
                    Math.max(version, other.version), later(notBefore, other.notBefore), later(until, other.until));
        }

        boolean refuses(@Nullable Object tokensVersion, @Nullable Instant issuedAt) {
            return tokensVersion instanceof Number number
                    ? number.longValue() < version
                    : issuedAt == null || issuedAt.isBefore(notBefore);
        }
    }
}
