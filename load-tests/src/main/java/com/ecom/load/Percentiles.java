package com.ecom.load;

import java.util.Collection;

/**
 * How long things took, in milliseconds.
 *
 * @param count how many things
 */
record Percentiles(long count, double p50, double p95, double p99, double max) {

    static Percentiles of(Collection<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new Percentiles(0, 0, 0, 0, 0);
        }
        return new Percentiles(
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast());
    }

    @Override
    public String toString() {
        return "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms".formatted(p50, p95, p99, max);
    }
}
