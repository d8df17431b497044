package com.ecom.gateway.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ecom.core.security.Caller;
import com.ecom.gateway.problems.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies tokens, and caches the result for up to 30 seconds, because a valid signature stays valid. Every request checks
 * what can change: whether the token has expired, and whether its session, its account's earlier tokens or the key that
 * signed it were revoked. If a key merely disappears from the JWK set, the gateway notices within those 30 seconds. The
 * cache is keyed by the token's SHA-256 and holds no token, so that a heap dump reveals none; it has at most 20,000
 * entries and evicts the least used.
 */
public class VerifiedTokens {

    private static final Duration CACHED_FOR = Duration.ofSeconds(30);
    private static final int MANY = 20_000;
    private static final String NOT_KEPT = "not-kept";

    private final Cache<ByteBuffer, Verified> verified =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(CACHED_FOR).build();
    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> stillValid;
    private final Duration skew;
    private final Clock clock;

    /** @param stillValid the checks of every request, such as whether the token was revoked meanwhile */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> stillValid, Duration skew, Clock clock) {
        this.decoder = decoder;
        this.stillValid = stillValid;
        this.skew = skew;
        this.clock = clock;
    }

    /** The caller of a token in the cache, if it is still valid; null if the token has to be verified. Never blocks. */
    @Nullable
    public Caller cached(String token) {
        var known = verified.getIfPresent(fingerprint(token));
        return known != null
                        && lasts(known.claims)
                        && !stillValid.validate(known.claims).hasErrors()
                ? known.caller
                : null;
    }

    /**
     * Verifies off the event loop, because fetching the issuer's keys blocks. Fails with {@link Refused} if the token is
     * invalid, and with another exception if the keys are not available.
     */
    public Mono<Caller> verify(String token) {
        return Mono.fromCallable(() -> verifyNow(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Caller verifyNow(String token) {
        try {
            var jwt = decoder.decode(token);
            var caller = Caller.of(jwt);
            verified.put(fingerprint(token), new Verified(withoutTokenValue(jwt), caller));
            return caller;
        } catch (BadJwtException e) {
            throw Bearer.invalid();
        }
    }

    private boolean lasts(Jwt jwt) {
        var end = jwt.getExpiresAt();
        return end != null && clock.instant().isBefore(end.plus(skew));
    }

    private static Jwt withoutTokenValue(Jwt jwt) {
        return Jwt.withTokenValue(NOT_KEPT)
                .headers(it -> it.putAll(jwt.getHeaders()))
                .claims(it -> it.putAll(jwt.getClaims()))
                .build();
    }

    private static ByteBuffer fingerprint(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Verified(Jwt claims, Caller caller) {}
}
