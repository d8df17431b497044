package com.ecom.core.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * How an access token is verified, in the services and in the gateway: RS256 only, of the right type, issuer and
 * audience (RFC 9068; OWASP ASVS 5.0 9.1 and 9.2). The keys outlive an outage of the issuer by four hours and are
 * never fetched more than once in 30 seconds, whatever key ids a caller invents.
 */
public final class Tokens {

    private static final int TIMEOUT = 2_000;
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration REFRESHED_AHEAD = Duration.ofSeconds(30);
    private static final Duration FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration OUTLIVING_AN_OUTAGE = Duration.ofHours(4);

    private Tokens() {}

    public static ConfigurableJWTProcessor<SecurityContext> processor(TokenProperties properties) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keysOf(properties)));
        // The claims are checked by Spring's validators below.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        return processor;
    }

    /** What everybody asks of a token that people bring. */
    public static OAuth2TokenValidator<Jwt> validator(TokenProperties properties) {
        return validator(properties, Set.of(properties.audience()));
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenProperties properties, Set<String> audiences) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(properties.skew()),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<Object>("exp", it -> it != null),
                new JwtClaimValidator<String>("sub", Tokens::isAnId),
                new JwtClaimValidator<Collection<String>>(
                        "aud", it -> it != null && it.stream().anyMatch(audiences::contains)),
                new JwtClaimValidator<Object>("roles", Tokens::areRoles)));
    }

    /** For a service, which other programs call, too, with tokens that name it as their audience. */
    static OAuth2TokenValidator<Jwt> validatorOf(
            String service, TokenProperties properties, Collection<OAuth2TokenValidator<Jwt>> more) {
        return together(validator(properties, Set.of(properties.audience(), service)), more);
    }

    /** The same, and whatever else there is to ask, such as whether the token was revoked. */
    public static OAuth2TokenValidator<Jwt> validator(
            TokenProperties properties, Collection<OAuth2TokenValidator<Jwt>> more) {
        return together(validator(properties), more);
    }

    private static OAuth2TokenValidator<Jwt> together(
            OAuth2TokenValidator<Jwt> first, Collection<OAuth2TokenValidator<Jwt>> more) {
        var all = new ArrayList<>(more);
        all.addFirst(first);
        return new DelegatingOAuth2TokenValidator<>(all);
    }

    public static JwtAuthenticationConverter authorities() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> Caller.of(token).roles().stream()
                .map(it -> new SimpleGrantedAuthority("ROLE_" + it))
                .map(org.springframework.security.core.GrantedAuthority.class::cast)
                .toList());
        return converter;
    }

    private static JWKSource<SecurityContext> keysOf(TokenProperties properties) {
        return new KnownKeys(keysOf(properties, CACHED, REFRESHED_AHEAD, FETCHED_AT_MOST_EVERY));
    }

    static JWKSource<SecurityContext> keysOf(
            TokenProperties properties, Duration cached, Duration refreshedAhead, Duration fetchedAtMostEvery) {
        try {
            return JWKSourceBuilder.create(properties.keys().toURL(), new IssuersKeys(TIMEOUT, MAX_BYTES))
                    .cache(cached.toMillis(), TIMEOUT)
                    .rateLimited(fetchedAtMostEvery.toMillis())
                    .refreshAheadCache(refreshedAhead.toMillis(), true)
                    .retrying(true)
                    .outageTolerant(OUTLIVING_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("ecom.tokens.keys is not a URL: " + properties.keys(), e);
        }
    }

    private static boolean isAnId(String subject) {
        return subject != null && subject.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static boolean areRoles(Object claim) {
        return claim instanceof Collection<?> names && names.stream().allMatch(Tokens::isARole);
    }

    private static boolean isARole(Object name) {
        for (var role : AccessPolicy.Role.values()) {
            if (role.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
