package com.ecom.gateway.forwarding;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits retries to a share of the requests to a service. It starts with ten and never holds more, so that retries do not
 * double the load on a service that is down.
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

    void recordRequest() {
        hundredths.accumulateAndGet(percent, (now, more) -> Math.min(AT_MOST, now + more));
    }

    /** Takes one retry from the budget if there is one. */
    boolean tryAcquire() {
        return hundredths.getAndUpdate(now -> now >= ONE ? now - ONE : now) >= ONE;
    }
}
