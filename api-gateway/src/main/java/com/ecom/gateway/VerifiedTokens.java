package com.ecom.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies a token, and believes the very same token for another 30 seconds unless it expires before. A signing key that
 * is withdrawn in an emergency therefore counts for at most 30 seconds longer than elsewhere.
 */
class VerifiedTokens implements ReactiveJwtDecoder {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int MANY = 5_000;

    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(BELIEVED).build();
    private final JwtDecoder decoder;
    private final Duration skew;
    private final Clock clock;

    VerifiedTokens(JwtDecoder decoder, Duration skew, Clock clock) {
        this.decoder = decoder;
        this.skew = skew;
        this.clock = clock;
    }

    /** Off the event loop where work is needed: once in a while the issuer has to be asked for its keys. */
    @Override
    public Mono<Jwt> decode(String token) {
        var known = verified.getIfPresent(token);
        return known != null && lasts(known)
                ? Mono.just(known)
                : Mono.fromCallable(() -> verify(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Jwt verify(String token) {
        var jwt = decoder.decode(token);
        verified.put(token, jwt);
        return jwt;
    }

    private boolean lasts(Jwt jwt) {
        var end = jwt.getExpiresAt();
        return end != null && clock.instant().isBefore(end.plus(skew));
    }
}
