package com.ecom.simulation;

import com.ecom.simulation.World.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Many schedules, one after the other and on all cores. */
record Simulation(Rules rules) {

    private static final int SHOWN = 5;

    static Simulation of(Rules rules) {
        return new Simulation(rules);
    }

    Summary run(long firstSeed, long schedules) {
        var begin = System.nanoTime();
        var sum = LongStream.range(firstSeed, firstSeed + schedules)
                .parallel()
                .mapToObj(it -> World.run(it, rules))
                .collect(Sum::new, Sum::add, Sum::add);
        return new Summary(
                schedules,
                sum.confirmed,
                sum.cancelled,
                sum.bad,
                sum.firstBad.stream().limit(SHOWN).toList(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** The first schedule, by seed, in which something goes wrong. */
    Optional<Outcome> untilBad(long firstSeed, long schedules) {
        return LongStream.range(firstSeed, firstSeed + schedules)
                .parallel()
                .mapToObj(it -> World.run(it, rules))
                .filter(it -> !it.isGood())
                .findFirst();
    }

    private static final class Sum {
        private long confirmed;
        private long cancelled;
        private long bad;
        private final List<Outcome> firstBad = new ArrayList<>();

        void add(Outcome it) {
            confirmed += it.confirmed();
            cancelled += it.cancelled();
            if (!it.isGood()) {
                bad++;
                firstBad.add(it);
            }
        }

        void add(Sum other) {
            confirmed += other.confirmed;
            cancelled += other.cancelled;
            bad += other.bad;
            firstBad.addAll(other.firstBad);
        }
    }

    record Summary(
            long schedules, long confirmed, long cancelled, long violating, List<Outcome> firstBad, long millis) {}
}
