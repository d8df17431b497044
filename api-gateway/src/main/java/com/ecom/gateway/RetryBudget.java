package com.ecom.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.web.server.ServerWebExchange;

/**
 * How many repetitions a service may be burdened with: a share of what it is asked. It starts with ten and never holds
 * more, so a service that is down is not asked twice as often by everybody.
 */
class RetryBudget {

    private static final int ONE = 100;
    private static final int AT_MOST = 10 * ONE;

    private final int percent;
    private final AtomicInteger hundredths;

    RetryBudget(int percent) {
        this.percent = percent;
        this.hundredths = new AtomicInteger(percent == 0 ? 0 : AT_MOST);
    }

    void noteRequest() {
        hundredths.accumulateAndGet(percent, (now, more) -> Math.min(AT_MOST, now + more));
    }

    boolean isLeft() {
        return hundredths.get() >= ONE;
    }

    /** Pays if this attempt repeats an earlier one. */
    void noteAttempt(ServerWebExchange exchange) {
        Integer repeated = exchange.getAttribute(RetryGatewayFilterFactory.RETRY_ITERATION_KEY);
        if (repeated != null && repeated > 0) {
            hundredths.addAndGet(-ONE);
        }
    }
}
