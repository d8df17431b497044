package com.ecom.gateway.forwarding;

import com.ecom.gateway.settings.TrafficProperties;
import java.io.IOException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Retries a read once if the connection failed and the retry budget allows it. It never retries a write, nor a request with
 * a body, which cannot be read twice.
 */
@Component
class RetryReads {

    private static final int BEFORE_THE_REST = 0;

    private final int percent;

    RetryReads(TrafficProperties traffic) {
        this.percent = traffic.chosen().retryPercent();
    }

    /** A filter for read routes; those of one service share a budget. */
    GatewayFilter filter(RetryBudget budget) {
        return new OrderedGatewayFilter(
                (exchange, chain) -> {
                    budget.recordRequest();
                    return chain.filter(exchange)
                            .onErrorResume(
                                    failure -> isRetryable(exchange, failure) && budget.tryAcquire(),
                                    _ -> retry(exchange, chain));
                },
                BEFORE_THE_REST);
    }

    RetryBudget newBudget() {
        return new RetryBudget(percent);
    }

    private static boolean isRetryable(ServerWebExchange exchange, Throwable failure) {
        return (failure instanceof IOException || failure.getCause() instanceof IOException)
                && !exchange.getResponse().isCommitted()
                && !Bodies.hasBody(exchange.getRequest());
    }

    private static Mono<Void> retry(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerWebExchangeUtils.reset(exchange);
        return chain.filter(exchange);
    }
}
