package com.ecom.core.security;

import com.ecom.core.problems.ProblemWriter;
import com.ecom.core.problems.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import tools.jackson.databind.json.JsonMapper;

/** Denies everything that the access policy does not allow, and believes nothing but a verified token. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@EnableConfigurationProperties(TokenProperties.class)
class SecureByDefault {

    private static final String API_DOCS = "/v3/api-docs/**";

    /** Whoever has reasons of their own to refuse a token, such as its revocation, is asked as well. */
    @Bean
    JwtDecoder jwtDecoder(
            TokenProperties properties,
            ObjectProvider<OAuth2TokenValidator<Jwt>> more,
            @Value("${spring.application.name}") String service) {
        var decoder = new NimbusJwtDecoder(Tokens.processor(properties));
        decoder.setJwtValidator(
                Tokens.validatorOf(service, properties, more.orderedStream().toList()));
        return decoder;
    }

    /** Nobody looks at a timing of each filter; even where it is switched off, it is prepared for every request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** For addresses that two readers could understand differently. */
    @Bean
    RequestRejectedHandler oddRequests(JsonMapper json) {
        var problems = new ProblemWriter(json);
        return (_, response, _) -> problems.write(
                response, Problems.problem(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "This is no request of ours"));
    }

    /** Health and metrics live on the management port, which only operators reach. */
    @Bean
    @Order(1)
    SecurityFilterChain managementSecurity(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            @Value("${spring.application.name}") String service,
            JwtDecoder decoder,
            JsonMapper json) {
        var operations = AccessPolicy.load().of(service);
        var problems = new ProblemWriter(json);
        var refusals = new SecurityProblems(problems);
        return http.authorizeHttpRequests(it -> {
                    it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    it.requestMatchers(HttpMethod.GET, API_DOCS).permitAll();
                    for (var operation : operations) {
                        var matched = it.requestMatchers(operation.method(), operation.path());
                        if (operation.isPublic()) {
                            matched.permitAll();
                        } else {
                            matched.hasAnyRole(operation.roles());
                        }
                    }
                    it.anyRequest().denyAll();
                })
                .addFilterAfter(new KnownOperations(operations, problems), HeaderWriterFilter.class)
                .oauth2ResourceServer(it -> it.bearerTokenResolver(new DeadTokens(operations, decoder))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(Tokens.authorities()))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Only bearer tokens are accepted and no cookie ever is, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
