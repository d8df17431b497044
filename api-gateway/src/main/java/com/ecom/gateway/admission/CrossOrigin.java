package com.ecom.gateway.admission;

import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.settings.GatewayProperties;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/** CORS: pages of configured sites may call the API from browsers, without cookies; pages of other sites may not. */
@Component
class CrossOrigin {

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();

    CrossOrigin(GatewayProperties properties) {
        allowed.setAllowedOrigins(properties.cors().origins());
        allowed.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.HEAD.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.DELETE.name()));
        allowed.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "X-API-Version",
                "X-Correlation-Id"));
        allowed.setExposedHeaders(List.of(
                "ETag",
                "Idempotency-Replayed",
                "Location",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "X-Correlation-Id"));
        allowed.setMaxAge(Duration.ofHours(1));
    }

    /** Writes the CORS headers of the response, and refuses pages of other sites. */
    void check(ServerWebExchange exchange) {
        if (!processor.process(allowed, exchange)) {
            throw new Refused(HttpStatus.FORBIDDEN, "ORIGIN_NOT_ALLOWED", "Pages of this site may not call us");
        }
    }

    /** Whether this is a preflight, which {@link #check} has answered. */
    static boolean isPreflight(ServerWebExchange exchange) {
        return CorsUtils.isPreFlightRequest(exchange.getRequest());
    }
}
