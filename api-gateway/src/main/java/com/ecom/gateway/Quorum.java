package com.ecom.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Decides whether failures are the service's own: as long as fewer than three networks or fewer than three accounts have had
 * one within a minute, a caller may be making them. Of one network or account no more than a third of what opens a breaker
 * is ever counted.
 */
class Quorum {

    private static final int PARTIES = 3;
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final Deque<Failure> failures = new ArrayDeque<>();
    private final int most;
    private final int ofEach;
    private final LongSupplier nanos;

    /**
     * @param most how many failures are remembered
     * @param opening how many of them open the breaker
     */
    Quorum(int most, int opening, LongSupplier nanos) {
        this.most = most;
        this.ofEach = Math.max(1, Math.ceilDiv(opening, PARTIES));
        this.nanos = nanos;
    }

    /** How many failures count from now on: with the one that completes the quorum, those before it, too. */
    synchronized int note(Party party) {
        var now = nanos.getAsLong();
        failures.removeIf(it -> now - it.at > REMEMBERED);
        if (enough(Party::network, party) || enough(Party::account, party)) {
            return 0;
        }
        if (failures.size() == most) {
            failures.removeFirst();
        }
        failures.addLast(new Failure(party, now));
        if (parties(Party::network) < PARTIES || parties(Party::account) < PARTIES) {
            return 0;
        }
        int counted = 0;
        for (var it : failures) {
            counted += it.counted ? 0 : 1;
            it.counted = true;
        }
        return counted;
    }

    synchronized void forget() {
        failures.clear();
    }

    private boolean enough(Function<Party, String> by, Party party) {
        return failures.stream()
                        .filter(it -> by.apply(it.party).equals(by.apply(party)))
                        .count()
                >= ofEach;
    }

    private long parties(Function<Party, String> by) {
        return failures.stream().map(it -> by.apply(it.party)).distinct().count();
    }

    private static final class Failure {

        private final Party party;
        private final long at;
        private boolean counted;

        Failure(Party party, long at) {
            this.party = party;
            this.at = at;
        }
    }
}
