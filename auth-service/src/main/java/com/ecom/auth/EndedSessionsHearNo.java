package com.ecom.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * This service does not wait for the news of a revocation that it made itself: it looks into its own books. Logging out
 * can be repeated, and whoever asks about a token is told that it counts no longer.
 */
@Configuration(proxyBeanMethods = false)
class EndedSessionsHearNo implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> ANSWERED_ANYWAY = Set.of("/api/auth/logout", "/api/auth/validate");

    private final Sessions sessions;

    EndedSessionsHearNo(Sessions sessions) {
        this.sessions = sessions;
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
            throw new AuthRefusal.SessionEnded();
        }
        return true;
    }
}
