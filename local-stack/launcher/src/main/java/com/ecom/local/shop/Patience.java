package com.ecom.local.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the shop does by itself. */
final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(25);

    private Patience() {}

    static <T> T until(String what, Duration atMost, Supplier<T> look, Predicate<T> good) {
        var deadline = Instant.now().plus(atMost);
        while (true) {
            var seen = look.get();
            if (good.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ShopSaysNo("%s did not come true within %d s: %s".formatted(what, atMost.toSeconds(), seen));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopSaysNo("Interrupted");
        }
    }
}
