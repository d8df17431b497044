package com.ecom.core.outbox;

import com.ecom.core.outbox.OutboxStore.Pass;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** When the relay looks again for what nobody announces: left behind by a crash, held by another relay, or refused. */
class NextLook {

    /** How soon to look again for an event that sits in a bucket another relay is just working on; twice as long each time. */
    private static final long SHARED_MILLIS = 20;

    private static final Duration REFUSED = Duration.ofMillis(500);

    private final Duration pollInterval;
    private final LongSupplier nanoTime;
    private BackOffExecution shared;
    private long at;

    /** The first one is due. */
    NextLook(Duration pollInterval, LongSupplier nanoTime) {
        this.pollInterval = pollInterval;
        this.nanoTime = nanoTime;
        this.shared = sharing();
        this.at = nanoTime.getAsLong();
    }

    boolean isDue() {
        return nanoTime.getAsLong() - at >= 0;
    }

    Duration comesIn() {
        return Duration.ofNanos(Math.max(0, at - nanoTime.getAsLong()));
    }

    void atOnce() {
        at = nanoTime.getAsLong();
    }

    /** @param looked whether that pass was the look that was due; others only bring the next one forward */
    void after(Pass pass, boolean looked) {
        if (!pass.shared()) {
            shared = sharing();
        }
        var next = nanoTime.getAsLong() + untilTheNext(pass).toNanos();
        if (looked || next - at < 0) {
            at = next;
        }
    }

    void nudged() {
        shared = sharing();
    }

    private Duration untilTheNext(Pass pass) {
        if (!pass.settled().refused().isEmpty()) {
            return REFUSED;
        }
        return pass.shared() && !pass.more() ? Duration.ofMillis(shared.nextBackOff()) : jittered(pollInterval);
    }

    private BackOffExecution sharing() {
        var backOff = new ExponentialBackOff(SHARED_MILLIS, 2);
        backOff.setMaxInterval(Math.max(SHARED_MILLIS, pollInterval.toMillis()));
        return backOff.start();
    }

    private static Duration jittered(Duration interval) {
        return Duration.ofMillis(
                (long) (interval.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
