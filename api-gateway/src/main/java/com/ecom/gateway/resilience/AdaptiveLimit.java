package com.ecom.gateway.resilience;

import com.ecom.gateway.settings.TrafficProperties.Shed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A concurrency limit that adapts to latency: it grows while requests take about as long as without load, and shrinks in
 * proportion as soon as they take twice as long. So requests do not queue in the service, and it answers those that the limit
 * admits in time.
 *
 * <p>This is the gradient algorithm of Netflix's concurrency-limits ({@code Gradient2Limit}) with three changes. The
 * baseline latency grows only under little load, so that a long overload does not become the baseline. If a quarter of the
 * requests failed or timed out, the limit shrinks by a tenth, as in AIMD. And each window has one sample of each network and
 * uses their median, so that no network lowers the limit for others.
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
    private double baseline;
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

    /** @param underWay how many requests were in progress, including this one */
    synchronized void onSuccess(String network, long after, int underWay) {
        took.putIfAbsent(network, after);
        most = Math.max(most, underWay);
        if (took.size() >= NETWORKS && nanos.getAsLong() - windowBegan >= WINDOW) {
            endWindow();
        }
    }

    /** The request failed or timed out. */
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

    /** @param limited whether the limit may have refused requests */
    private void adaptTo(double now, boolean limited) {
        if (baseline == 0) {
            baseline = now;
        } else if (now < baseline || !limited) {
            baseline += LEARNED * (now - baseline);
        }
        if (limited) {
            var gradient = Math.clamp(TOLERATED * baseline / now, LEAST_GRADIENT, 1);
            var next = limit * gradient + Math.sqrt(limit);
            change(limit + SMOOTHING * (next - limit));
        }
    }

    private void change(double next) {
        limit = Math.clamp(next, bounds.min(), bounds.max());
    }
}
