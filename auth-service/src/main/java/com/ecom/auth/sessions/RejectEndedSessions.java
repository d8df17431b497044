package com.ecom.auth.sessions;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.security.AccessPolicy;
import com.ecom.core.security.AccessPolicy.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses access tokens whose session has ended. This service does not wait for its own revocation events: it reads
 * its own tables. Logging out can be repeated, and validation answers that the token is inactive. Where the access policy
 * counts a dead token as none, the caller is anonymous.
 */
@Configuration(proxyBeanMethods = false)
class RejectEndedSessions implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> ANSWERED_ANYWAY = Set.of("/api/auth/logout", "/api/auth/validate");

    private final Sessions sessions;
    private final List<Operation> operations;

    RejectEndedSessions(Sessions sessions, @Value("${spring.application.name}") String service) {
        this.sessions = sessions;
        this.operations = AccessPolicy.load().of(service);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                && !ANSWERED_ANYWAY.contains(request.getRequestURI())
                && sessions.isRevoked(caller.getToken())) {
            if (!countsAsNone(request)) {
                throw new AuthRefusal.SessionEnded();
            }
            SecurityContextHolder.clearContext();
        }
        return true;
    }

    private boolean countsAsNone(HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return operations.stream()
                .anyMatch(it -> it.deadTokenIsNone()
                        && it.path().equals(pattern)
                        && it.method().matches(request.getMethod()));
    }
}
