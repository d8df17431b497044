package com.ecom.gateway.tokens;

import com.ecom.gateway.problems.Refused;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ecom.core.service.Caller;
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
 * Verifies tokens, and believes the very same token for up to 30 seconds more: a signature does not become wrong by
 * being seen again. What can become wrong is asked on every request: whether the token has ended, and whether its
 * session, its account's earlier tokens or the key that signed it were revoked. A key that merely disappears from the
 * issuer's list is noticed within those 30 seconds. What is remembered is found by the token's SHA-256 and holds no
 * token, so nobody can take one from our memory, and there are at most 20,000 of them, of which the least used are
 * forgotten first.
 */
public class VerifiedTokens {

    private static final Duration CACHED_FOR = Duration.ofSeconds(30);
    private static final int MANY = 20_000;
    private static final String NOT_KEPT = "not-kept";

    private final Cache<ByteBuffer, Verified> verified =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(CACHED_FOR).build();
    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> stillGood;
    private final Duration skew;
    private final Clock clock;

    /** @param stillGood what has to be asked of a token each time, such as whether it was revoked meanwhile */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> stillGood, Duration skew, Clock clock) {
        this.decoder = decoder;
        this.stillGood = stillGood;
        this.skew = skew;
        this.clock = clock;
    }

    /** Who brought this very token a moment ago, if it is still good; null if it has to be verified. Never waits. */
    @Nullable
    public Caller cached(String token) {
        var known = verified.getIfPresent(fingerprint(token));
        return known != null
                        && lasts(known.claims)
                        && !stillGood.validate(known.claims).hasErrors()
                ? known.caller
                : null;
    }

    /**
     * Off the event loop, because now and then the issuer has to be asked for its keys. Ends with {@link Refused} if the
     * token is not good, and with another failure if nobody can tell.
     */
    public Mono<Caller> verify(String token) {
        return Mono.fromCallable(() -> verifyNow(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Caller verifyNow(String token) {
        try {
            var jwt = decoder.decode(token);
            var caller = Caller.of(jwt);
            verified.put(fingerprint(token), new Verified(withoutItself(jwt), caller));
            return caller;
        } catch (BadJwtException e) {
            throw Bearer.invalid();
        }
    }

    private boolean lasts(Jwt jwt) {
        var end = jwt.getExpiresAt();
        return end != null && clock.instant().isBefore(end.plus(skew));
    }

    private static Jwt withoutItself(Jwt jwt) {
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
