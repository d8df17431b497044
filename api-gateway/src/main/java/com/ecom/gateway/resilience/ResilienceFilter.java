package com.ecom.gateway.resilience;

import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.problems.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls a service through its circuit breaker and bulkhead. A refused connection is a failure; so is, if several callers
 * have it, a broken connection, a timeout, and a response 500, 502, 504 or 503 without {@code Retry-After}. A 503 with
 * {@code Retry-After} is a service that sheds load on purpose, and a client error is never the service's failure.
 */
class ResilienceFilter implements GatewayFilter {

    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> FAILED = Set.of(500, 502, 504);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Function<ServerWebExchange, FairnessKey> keys;
    private final FairBreaker breaker;
    private final FairBulkhead bulkhead;
    private final Duration openFor;
    private final boolean mayBeSlow;

    ResilienceFilter(
            Function<ServerWebExchange, FairnessKey> keys,
            FairBreaker breaker,
            FairBulkhead bulkhead,
            Duration openFor,
            boolean mayBeSlow) {
        this.keys = keys;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.openFor = openFor;
        this.mayBeSlow = mayBeSlow;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            var key = keys.apply(exchange);
            var call = breaker.tryAcquire(key);
            if (call == null) {
                return Mono.error(new Unavailable("DOWNSTREAM_UNAVAILABLE", openFor));
            }
            if (!bulkhead.tryAcquire(key)) {
                call.release();
                return Mono.error(new Unavailable("DOWNSTREAM_BUSY", SOON));
            }
            return chain.filter(exchange)
                    .doOnSuccess(_ -> judge(exchange, call))
                    .doOnError(failure -> judge(failure, call))
                    .doFinally(_ -> {
                        bulkhead.release(key);
                        call.release();
                    });
        });
    }

    private void judge(ServerWebExchange exchange, FairBreaker.Call call) {
        var response = exchange.getResponse();
        if (isFailure(response.getStatusCode(), response.getHeaders())) {
            call.failed(new IOException("Answered " + response.getStatusCode()));
        } else {
            call.succeeded(mayBeSlow);
        }
    }

    private static void judge(Throwable failure, FairBreaker.Call call) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof ConnectException
                    || it instanceof NoRouteToHostException
                    || it instanceof UnknownHostException) {
                call.refused(failure);
            }
            if (it instanceof Refused) {
                // The gateway refused the request: its body turned out to be too large.
                call.release();
            }
        }
        call.failed(failure);
    }

    private static boolean isFailure(@Nullable HttpStatusCode status, HttpHeaders headers) {
        if (status == null) {
            return false;
        }
        return status.value() == UNAVAILABLE
                ? !headers.containsHeader(HttpHeaders.RETRY_AFTER)
                : FAILED.contains(status.value());
    }
}
