package com.ecom.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies a token, and believes the very same token for another 30 seconds unless it ends or is revoked
 * before: a signature does not become wrong by being seen again.
 */
class VerifiedTokens implements ReactiveJwtDecoder {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int MANY = 5_000;

    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(BELIEVED).build();
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

    /** Off the event loop where work is needed: once in a while the issuer has to be asked for its keys. */
    @Override
    public Mono<Jwt> decode(String token) {
        var known = verified.getIfPresent(token);
        return known != null && lasts(known) && !stillGood.validate(known).hasErrors()
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
