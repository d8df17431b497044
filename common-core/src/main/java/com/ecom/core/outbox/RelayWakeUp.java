package com.ecom.core.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay that something was committed. Losing one is harmless, for the relay also polls. */
public class RelayWakeUp {

    private final Semaphore given = new Semaphore(0);

    public void give() {
        given.release();
    }

    /** Waits for a nudge, or for the time to pass; true if there was one. */
    boolean await(Duration atMost) throws InterruptedException {
        var nudged = given.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        given.drainPermits();
        return nudged;
    }
}
