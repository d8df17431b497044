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
 * Asks once more for what only reads, and only if the connection failed and not too many others failed just now. What
 * writes is sent once, whatever happens, and so is whatever has a body, which cannot be read twice.
 */
@Component
class RetryReads {

    private static final int BEFORE_THE_REST = 0;

    private final int percent;

    RetryReads(TrafficProperties traffic) {
        this.percent = traffic.chosen().retryPercent();
    }

    /** For the routes to one service that only read, which share a budget. */
    GatewayFilter filter(RetryBudget budget) {
        return new OrderedGatewayFilter(
                (exchange, chain) -> {
                    budget.recordRequest();
                    return chain.filter(exchange)
                            .onErrorResume(
                                    failure -> mayBeRepeated(exchange, failure) && budget.tryAcquire(),
                                    _ -> again(exchange, chain));
                },
                BEFORE_THE_REST);
    }

    RetryBudget newBudget() {
        return new RetryBudget(percent);
    }

    private static boolean mayBeRepeated(ServerWebExchange exchange, Throwable failure) {
        return (failure instanceof IOException || failure.getCause() instanceof IOException)
                && !exchange.getResponse().isCommitted()
                && !Bodies.hasBody(exchange.getRequest());
    }

    private static Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerWebExchangeUtils.reset(exchange);
        return chain.filter(exchange);
    }
}
