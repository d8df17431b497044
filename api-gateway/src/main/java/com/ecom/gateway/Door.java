package com.ecom.gateway;

import com.ecom.core.service.TokenProperties;
import com.ecom.core.service.Tokens;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** Who may come in: those whom the access policy lets call the operation, by a token that we verify ourselves. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Door {

    /** Health and metrics live on the management port, which only operators reach. */
    @Bean
    @Order(1)
    SecurityWebFilterChain managementDoor(ServerHttpSecurity http) {
        return plain(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeExchange(it -> it.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain publicDoor(
            ServerHttpSecurity http,
            Operations operations,
            Refusals refusals,
            Limits limits,
            GatewayProperties properties) {
        var strangers = strangersHear(refusals);
        var others = othersHear(refusals);
        return plain(http)
                .addFilterBefore(new HeaderLimit(refusals), SecurityWebFiltersOrder.CORS)
                .addFilterAt(new CrossOrigin(properties.cors().origins(), refusals), SecurityWebFiltersOrder.CORS)
                .addFilterAfter(new Admission(operations, refusals), SecurityWebFiltersOrder.CORS)
                .addFilterBefore(limits.filter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(
                        new BodyLimit(properties.http().maxBody().toBytes()), SecurityWebFiltersOrder.AUTHORIZATION)
                .authorizeExchange(it -> it.anyExchange().access(new Doorkeeper()))
                .oauth2ResourceServer(it -> it.jwt(jwt -> jwt.jwtAuthenticationConverter(
                                new ReactiveJwtAuthenticationConverterAdapter(Tokens.authorities())))
                        .authenticationEntryPoint(strangers)
                        .accessDeniedHandler(others))
                .exceptionHandling(it -> it.authenticationEntryPoint(strangers).accessDeniedHandler(others))
                .build();
    }

    /** Whoever has reasons of their own to refuse a token, such as its revocation, is asked as well. */
    @Bean
    ReactiveJwtDecoder jwtDecoder(
            TokenProperties properties, ObjectProvider<OAuth2TokenValidator<Jwt>> more, Clock clock) {
        var others = more.orderedStream().toList();
        var decoder = new NimbusJwtDecoder(Tokens.processor(properties));
        decoder.setJwtValidator(Tokens.validator(properties, others));
        return new VerifiedTokens(decoder, new DelegatingOAuth2TokenValidator<>(others), properties.skew(), clock);
    }

    /** For addresses that two readers could understand differently. */
    @Bean
    ServerExchangeRejectedHandler oddRequests(Refusals refusals) {
        return (exchange, _) ->
                refusals.refuse(exchange, HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "This is no request of ours");
    }

    private static ServerHttpSecurity plain(ServerHttpSecurity http) {
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // Only bearer tokens are accepted and no cookie ever is, so there is nothing to forge.
                .csrf(CsrfSpec::disable)
                .headers(HeaderSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable);
    }

    private static ServerAuthenticationEntryPoint strangersHear(Refusals refusals) {
        return (exchange, refused) -> {
            var invalid = refused instanceof InvalidBearerTokenException;
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.WWW_AUTHENTICATE, invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
            return invalid
                    ? refusals.refuse(
                            exchange, HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_INVALID", "The access token is not valid")
                    : refusals.refuse(
                            exchange, HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_MISSING", "An access token is needed");
        };
    }

    private static ServerAccessDeniedHandler othersHear(Refusals refusals) {
        return (exchange, _) ->
                refusals.refuse(exchange, HttpStatus.FORBIDDEN, "FORBIDDEN", "This token may not do that");
    }
}
