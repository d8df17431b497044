package com.ecom.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets pages of listed sites call us from browsers, without cookies, and those of no other site. */
class CrossOrigin implements WebFilter {

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();
    private final Refusals refusals;

    CrossOrigin(List<String> origins, Refusals refusals) {
        this.refusals = refusals;
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of(
                HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.PUT.name(), HttpMethod.DELETE.name()));
        allowed.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "X-API-Version", "X-Correlation-Id"));
        allowed.setExposedHeaders(
                List.of("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Correlation-Id"));
        allowed.setMaxAge(Duration.ofHours(1));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!processor.process(allowed, exchange)) {
            return refusals.refuse(
                    exchange, HttpStatus.FORBIDDEN, "ORIGIN_NOT_ALLOWED", "Pages of this site may not call us");
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
