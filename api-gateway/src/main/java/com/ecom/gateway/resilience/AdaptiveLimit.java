package com.ecom.gateway.resilience;

import com.ecom.gateway.settings.TrafficProperties.Shed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests of an operation may be under way at once, by how long they take: as long as they take about as long as in
 * good times, more; as soon as they take twice as long, fewer, in proportion. So requests queue at nobody's but at the
 * callers', and those that are let in are answered in time.
 *
 * <p>This is the gradient algorithm of Netflix's concurrency-limits ({@code Gradient2Limit}) with three changes. Good times
 * become longer only while little is asked, so that a long overload does not become the measure. If a quarter was not answered
 * at all or not in time, a tenth is taken away, as in AIMD. And in each window every network is heard once and the median
 * counts, so that nobody takes the limit down for others.
 */
class AdaptiveLimit {

    private static final double TOLERATED = 2;
    private static final double LEAST_GRADIENT = 0.5;
    private static final double SMOOTHING = 0.2;
    private static final double LEARNED = 0.1;
    private static final double LESS = 0.9;
    private static final int A_QUARTER = 4;
    private static final int NETWORKS = 10;
    private static final long WINDOW = Duration.ofMillis(100).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final Shed bounds;
    private final LongSupplier nanos;
    private final Map<String, Long> took = new HashMap<>();

    private volatile double limit;
    private double goodTimes;
    private long windowBegan;
    private int most;

    AdaptiveLimit(Shed bounds, LongSupplier nanos) {
        this.bounds = bounds;
        this.nanos = nanos;
        this.limit = bounds.initial();
        this.windowBegan = nanos.getAsLong();
    }

    int current() {
        return (int) limit;
    }

    /** @param underWay how many there were at the time, with this one */
    synchronized void onSuccess(String network, long after, int underWay) {
        took.putIfAbsent(network, after);
        most = Math.max(most, underWay);
        if (took.size() >= NETWORKS && nanos.getAsLong() - windowBegan >= WINDOW) {
            endWindow();
        }
    }

    /** It was not answered in time, or not at all. */
    void onDropped(String network, int underWay) {
        onSuccess(network, NEVER, underWay);
    }

    private void endWindow() {
        var answers = took.values().stream().sorted().toList();
        var lost = answers.stream().filter(it -> it == NEVER).count();
        if (lost * A_QUARTER >= answers.size()) {
            change(limit * LESS);
        } else {
            adaptTo(answers.get(answers.size() / 2), most >= limit / 2);
        }
        took.clear();
        most = 0;
        windowBegan = nanos.getAsLong();
    }

    /** @param held whether it is the limit that may hold requests back */
    private void adaptTo(double now, boolean held) {
        if (goodTimes == 0) {
            goodTimes = now;
        } else if (now < goodTimes || !held) {
            goodTimes += LEARNED * (now - goodTimes);
        }
        if (held) {
            var gradient = Math.clamp(TOLERATED * goodTimes / now, LEAST_GRADIENT, 1);
            var next = limit * gradient + Math.sqrt(limit);
            change(limit + SMOOTHING * (next - limit));
        }
    }

    private void change(double next) {
        limit = Math.clamp(next, bounds.min(), bounds.max());
    }
}
