package com.ecom.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The one way to wait for what the shop does by itself. */
public final class Await {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private static final String NEXT_STEP =
            "./ecom status shows what is not well; the same command again goes on where this one stopped";

    private Await() {}

    /** Waits as long as something moves, however slowly; gives up when what is seen has not changed for so long. */
    public static <T> T until(String what, Duration standstill, Supplier<T> look, Predicate<T> good) {
        return until(what, standstill, look, good, Function.identity());
    }

    /** @param progress what has to change for the waiting to go on */
    public static <T> T until(
            String what, Duration standstill, Supplier<T> look, Predicate<T> good, Function<T, ?> progress) {
        var pause = FIRST_PAUSE;
        var since = Instant.now();
        Object before = null;
        while (true) {
            var seen = look.get();
            if (good.test(seen)) {
                return seen;
            }
            var now = progress.apply(seen);
            if (!Objects.equals(before, now)) {
                before = now;
                since = Instant.now();
                pause = FIRST_PAUSE;
            } else if (Instant.now().isAfter(since.plus(standstill))) {
                throw new ShopSaysNo("%s: nothing has moved for %d s, and the last that was seen is %s%n%s"
                        .formatted(what, standstill.toSeconds(), shortened(seen), NEXT_STEP));
            }
            pause(pause);
            pause = longer(pause);
        }
    }

    /** What is seen at last within that time, even if it never became good. */
    public static <T> T orLastSeen(Duration atMost, Supplier<T> look, Predicate<T> good) {
        var end = Instant.now().plus(atMost);
        var pause = FIRST_PAUSE;
        var seen = look.get();
        while (!good.test(seen) && Instant.now().isBefore(end)) {
            pause(pause);
            pause = longer(pause);
            seen = look.get();
        }
        return seen;
    }

    private static String shortened(Object seen) {
        var text = String.valueOf(seen);
        return text.length() > 300 ? text.substring(0, 300) + " ..." : text;
    }

    private static Duration longer(Duration pause) {
        var next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopSaysNo("Interrupted");
        }
    }
}
