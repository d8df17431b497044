package com.ecom.core.security;

import com.ecom.core.security.AccessPolicy.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where the access policy says so, a token that is no good counts as none: those operations are the way out for whoever
 * has one, and clients send it along without being asked.
 */
class DeadTokens implements BearerTokenResolver {

    private final BearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final List<? extends RequestMatcher> forgiven;
    private final JwtDecoder decoder;

    DeadTokens(List<Operation> operations, JwtDecoder decoder) {
        this.decoder = decoder;
        this.forgiven = operations.stream()
                .filter(Operation::deadTokenIsNone)
                .map(it -> PathPatternRequestMatcher.withDefaults().matcher(it.method(), it.path()))
                .toList();
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return forgiven.stream().anyMatch(it -> it.matches(request))
                ? resolveIfGood(request)
                : resolver.resolve(request);
    }

    private @Nullable String resolveIfGood(HttpServletRequest request) {
        try {
            var token = resolver.resolve(request);
            if (token != null) {
                decoder.decode(token);
            }
            return token;
        } catch (AuthenticationException | JwtException e) {
            return null;
        }
    }
}
