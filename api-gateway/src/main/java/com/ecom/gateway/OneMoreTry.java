package com.ecom.gateway;

import java.io.IOException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Asks once more for what only reads, and only if the connection failed. What writes is sent once, whatever happens. */
@Component
class OneMoreTry {

    private static final int BEFORE_THE_REST = 0;

    private final GatewayFilter filter;

    @SuppressWarnings("unchecked")
    OneMoreTry(RetryGatewayFilterFactory factory) {
        this.filter = new OrderedGatewayFilter(
                factory.apply(new RetryConfig()
                        .setRetries(1)
                        .setMethods(HttpMethod.GET)
                        .setSeries()
                        .setStatuses()
                        .setExceptions(IOException.class)),
                BEFORE_THE_REST);
    }

    GatewayFilter filter() {
        return filter;
    }
}
