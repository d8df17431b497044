package com.ecom.gateway.tokens;

import com.ecom.core.security.TokenProperties;
import com.ecom.core.security.Tokens;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Validates access tokens by the same rules as every service. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** Further validators, such as the one for revocations, run on every request. */
    @Bean
    VerifiedTokens verifiedTokens(
            TokenProperties properties, ObjectProvider<OAuth2TokenValidator<Jwt>> more, Clock clock) {
        var others = more.orderedStream().toList();
        var decoder = new NimbusJwtDecoder(Tokens.processor(properties));
        decoder.setJwtValidator(Tokens.validator(properties, others));
        return new VerifiedTokens(decoder, new DelegatingOAuth2TokenValidator<>(others), properties.skew(), clock);
    }
}
