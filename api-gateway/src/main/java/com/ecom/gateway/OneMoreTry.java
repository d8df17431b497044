package com.ecom.gateway;

import java.io.IOException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Asks once more for what only reads, and only if the connection failed and not too many others failed just now. What
 * writes is sent once, whatever happens.
 */
@Component
class OneMoreTry {

    private static final int BEFORE_THE_REST = 0;

    private final GatewayFilter retry;
    private final int percent;

    @SuppressWarnings("unchecked")
    OneMoreTry(RetryGatewayFilterFactory factory, TrafficProperties traffic) {
        this.retry = factory.apply(new RetryConfig()
                .setRetries(1)
                .setMethods(HttpMethod.GET)
                .setSeries()
                .setStatuses()
                .setExceptions(IOException.class));
        this.percent = traffic.chosen().retryPercent();
    }

    /** For the routes to one service, which share a budget. */
    GatewayFilter filter(RetryBudget budget) {
        return new OrderedGatewayFilter(
                (exchange, chain) -> {
                    budget.noteRequest();
                    return budget.isLeft()
                            ? retry.filter(exchange, attempt -> {
                                budget.noteAttempt(attempt);
                                return chain.filter(attempt);
                            })
                            : chain.filter(exchange);
                },
                BEFORE_THE_REST);
    }

    RetryBudget newBudget() {
        return new RetryBudget(percent);
    }
}
