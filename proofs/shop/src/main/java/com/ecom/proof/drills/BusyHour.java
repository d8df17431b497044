package com.ecom.proof.drills;

import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many people who look at the same at once, whatever they are answered, so that what is slow has a queue. */
final class BusyHour implements AutoCloseable {

    private static final int PEOPLE = 32;
    private static final int MILLIS_BETWEEN = 400;

    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    void begin(Gateway service, String path) {
        for (var person = 0; person < PEOPLE; person++) {
            var _ = people.scheduleWithFixedDelay(() -> look(service, path), 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    private static void look(Gateway service, String path) {
        try {
            service.look(path);
        } catch (ShopSaysNo e) {
            // Looked at again.
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
