package com.ecom.gateway;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks a service unless it is in trouble. In trouble is who breaks off, takes too long or answers 500, 502, 504 or a 503
 * that does not say when to come back; a 503 with {@code Retry-After} is a service that refuses on purpose and fast, and
 * what a caller did wrong is never the service's fault.
 */
class Guard implements GatewayFilter {

    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> IN_TROUBLE = Set.of(500, 502, 504);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Duration leftAlone;
    private final boolean mayBeSlow;

    Guard(CircuitBreaker breaker, Bulkhead bulkhead, Duration leftAlone, boolean mayBeSlow) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.leftAlone = leftAlone;
        this.mayBeSlow = mayBeSlow;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Mono.error(new NotNow("DOWNSTREAM_UNAVAILABLE", leftAlone));
            }
            if (!bulkhead.tryAcquirePermission()) {
                breaker.releasePermission();
                return Mono.error(new NotNow("DOWNSTREAM_BUSY", SOON));
            }
            return ask(exchange, chain);
        });
    }

    private Mono<Void> ask(ServerWebExchange exchange, GatewayFilterChain chain) {
        var began = breaker.getCurrentTimestamp();
        var judged = new AtomicBoolean();
        return chain.filter(exchange)
                .doOnSuccess(_ -> {
                    judged.set(true);
                    judge(exchange, tookSince(began));
                })
                .doOnError(failure -> {
                    judged.set(true);
                    breaker.onError(tookSince(began), breaker.getTimestampUnit(), failure);
                })
                .doFinally(_ -> {
                    bulkhead.onComplete();
                    if (!judged.get()) {
                        breaker.releasePermission();
                    }
                });
    }

    private void judge(ServerWebExchange exchange, long took) {
        var response = exchange.getResponse();
        if (isInTrouble(response.getStatusCode(), response.getHeaders())) {
            breaker.onError(took, breaker.getTimestampUnit(), new IOException("Answered " + response.getStatusCode()));
        } else {
            breaker.onSuccess(mayBeSlow ? 0 : took, breaker.getTimestampUnit());
        }
    }

    private static boolean isInTrouble(@Nullable HttpStatusCode status, HttpHeaders headers) {
        if (status == null) {
            return false;
        }
        return status.value() == UNAVAILABLE
                ? !headers.containsHeader(HttpHeaders.RETRY_AFTER)
                : IN_TROUBLE.contains(status.value());
    }

    private long tookSince(long began) {
        return breaker.getCurrentTimestamp() - began;
    }
}
