package com.ecom.core.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** When the broker last let us hear of it, and since when without a failure. */
class BrokerAvailability {

    private static final Duration MISSED_AFTER = Duration.ofSeconds(5);
    /** Long enough for a wait until the broker is asked and for a slow answer. */
    private static final Duration WORTH_FOR = Duration.ofSeconds(15);

    private final LongSupplier nanoTime;
    private volatile @Nullable Run run;

    BrokerAvailability(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void came() {
        var now = nanoTime.getAsLong();
        var before = run;
        run = new Run(before == null || isOlder(before, WORTH_FOR) ? now : before.since, now);
    }

    void failed() {
        run = null;
    }

    /** Whether there was none for so long that it is time to ask for one. */
    boolean areMissed() {
        var it = run;
        return it == null || isOlder(it, MISSED_AFTER);
    }

    Duration comingFor() {
        var it = run;
        return it == null || isOlder(it, WORTH_FOR) ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - it.since);
    }

    private boolean isOlder(Run it, Duration age) {
        return nanoTime.getAsLong() - it.latest >= age.toNanos();
    }

    /** On the monotonic clock. */
    private record Run(long since, long latest) {}
}
