package com.ecom.gateway.forwarding;

import java.util.concurrent.atomic.AtomicInteger;

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

    void recordRequest() {
        hundredths.accumulateAndGet(percent, (now, more) -> Math.min(AT_MOST, now + more));
    }

    /** Whether one more repetition may be, which then is paid for. */
    boolean tryAcquire() {
        return hundredths.getAndUpdate(now -> now >= ONE ? now - ONE : now) >= ONE;
    }
}
