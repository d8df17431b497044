package com.ecom.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a proof.
 *
 * @param violations what broke the promise, each in a sentence; empty when it holds
 * @param figures what was measured on the way, in the order in which people should read it
 * @param timeline what happened while it ran, for a chart; empty where nothing is worth one
 */
public record Verdict(List<String> violations, Map<String, Object> figures, List<Moment> timeline) {

    public Verdict {
        violations = List.copyOf(violations);
        timeline = List.copyOf(timeline);
    }

    public static Verdict of(List<String> violations, Map<String, Object> figures) {
        return new Verdict(violations, figures, List.of());
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    /** Figures keep the order in which they are put. */
    public static Map<String, Object> newFigures() {
        return new LinkedHashMap<>();
    }

    /**
     * Where things stood, or what was done to the shop.
     *
     * @param seconds since the proof began
     * @param counts running totals by name; empty for a mere mark
     * @param mark what was done just then; empty if nothing
     */
    public record Moment(double seconds, Map<String, Long> counts, String mark) {}
}
