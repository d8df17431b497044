package com.ecom.gateway.tokens;

import com.ecom.core.service.TokenProperties;
import com.ecom.core.service.Tokens;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Which tokens are good: what is good for the services is good here. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** Whoever has reasons of their own to refuse a token, such as its revocation, is asked as well. */
    @Bean
    VerifiedTokens verifiedTokens(
            TokenProperties properties, ObjectProvider<OAuth2TokenValidator<Jwt>> more, Clock clock) {
        var others = more.orderedStream().toList();
        var decoder = new NimbusJwtDecoder(Tokens.processor(properties));
        decoder.setJwtValidator(Tokens.validator(properties, others));
        return new VerifiedTokens(decoder, new DelegatingOAuth2TokenValidator<>(others), properties.skew(), clock);
    }
}
