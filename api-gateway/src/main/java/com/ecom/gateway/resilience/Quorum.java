package com.ecom.gateway.resilience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Decides whether failures are the service's fault: as long as fewer than three networks or fewer than three accounts have
 * had one within a minute, a single caller may cause them. Of one network or account it never counts more than a third of
 * the failures that open a breaker.
 */
class Quorum {

    private static final int MIN_DISTINCT = 3;
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final Deque<Failure> failures = new ArrayDeque<>();
    private final int most;
    private final int ofEach;
    private final LongSupplier nanos;

    /**
     * @param most the maximum number of failures to remember
     * @param opening how many of them open the breaker
     */
    Quorum(int most, int opening, LongSupplier nanos) {
        this.most = most;
        this.ofEach = Math.max(1, Math.ceilDiv(opening, MIN_DISTINCT));
        this.nanos = nanos;
    }

    /** How many failures to count now: the failure that completes the quorum also counts those before it. */
    synchronized int record(FairnessKey key) {
        var now = nanos.getAsLong();
        failures.removeIf(it -> now - it.at > REMEMBERED);
        if (enough(FairnessKey::network, key) || enough(FairnessKey::account, key)) {
            return 0;
        }
        if (failures.size() == most) {
            failures.removeFirst();
        }
        failures.addLast(new Failure(key, now));
        if (distinct(FairnessKey::network) < MIN_DISTINCT || distinct(FairnessKey::account) < MIN_DISTINCT) {
            return 0;
        }
        int counted = 0;
        for (var it : failures) {
            counted += it.counted ? 0 : 1;
            it.counted = true;
        }
        return counted;
    }

    synchronized void reset() {
        failures.clear();
    }

    private boolean enough(Function<FairnessKey, String> by, FairnessKey key) {
        return failures.stream()
                        .filter(it -> by.apply(it.key).equals(by.apply(key)))
                        .count()
                >= ofEach;
    }

    private long distinct(Function<FairnessKey, String> by) {
        return failures.stream().map(it -> by.apply(it.key)).distinct().count();
    }

    private static final class Failure {

        private final FairnessKey key;
        private final long at;
        private boolean counted;

        Failure(FairnessKey key, long at) {
            this.key = key;
            this.at = at;
        }
    }
}
