package com.ecom.operations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise to customers over 30 days, and how it is counted: by two of what was good, what was bad, and all.
 *
 * @param objective how much of all has to be good, in percent
 * @param atLeast so many in the longer window, or nobody is called
 * @param example one series of each kind, for tests
 */
public record Slo(
        String name,
        String alert,
        String promise,
        BigDecimal objective,
        int atLeast,
        String owner,
        String service,
        Counters counters,
        Counters example) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Selectors of counters; one of the three is left out. */
    record Counters(
            @Nullable String good,
            @Nullable String bad,
            @Nullable String total) {

        private static Counters in(Map<?, ?> yaml) {
            return new Counters(text(yaml, "good"), text(yaml, "bad"), text(yaml, "total"));
        }

        private static @Nullable String text(Map<?, ?> yaml, String name) {
            return yaml.get(name) instanceof String it ? it : null;
        }
    }

    static List<Slo> allIn(Map<String, Object> document) {
        return ((List<?>) Objects.requireNonNull(document.get("slos")))
                .stream().map(it -> in((Map<?, ?>) it)).toList();
    }

    private static Slo in(Map<?, ?> yaml) {
        return new Slo(
                said(yaml, "slo"),
                said(yaml, "alert"),
                said(yaml, "promise"),
                new BigDecimal(said(yaml, "objective")),
                Integer.parseInt(said(yaml, "at-least")),
                said(yaml, "owner"),
                said(yaml, "service"),
                Counters.in(yaml),
                Counters.in((Map<?, ?>) Objects.requireNonNull(yaml.get("example"))));
    }

    private static String said(Map<?, ?> yaml, String name) {
        return Objects.requireNonNull(yaml.get(name), () -> "An SLO lacks " + name)
                .toString();
    }

    /** How much of all may be bad, from 0 to 1. */
    BigDecimal budget() {
        return HUNDRED.subtract(objective).divide(HUNDRED).stripTrailingZeros();
    }

    /** The share of all in that time that was bad; of nothing there is none. */
    String badRatio(String window) {
        if (counters.total == null) {
            return "%s\n  / ((%s + %s) > 0)"
                    .formatted(
                            orZero(counters.bad, window), orZero(counters.good, window), orZero(counters.bad, window));
        }
        var all = "(sum(rate(%s[%s])) > 0)".formatted(counters.total, window);
        return counters.bad == null
                ? "1 - %s\n  / %s".formatted(orZero(counters.good, window), all)
                : "%s\n  / %s".formatted(orZero(counters.bad, window), all);
    }

    /** How many there were in that time. */
    String allWithin(String window) {
        return counters.total == null
                ? "sum(increase(%s[%s])) + sum(increase(%s[%s]))".formatted(counters.good, window, counters.bad, window)
                : "sum(increase(%s[%s]))".formatted(counters.total, window);
    }

    /** Series come into being with the first of their kind. */
    private static String orZero(@Nullable String selector, String window) {
        return "(sum(rate(%s[%s])) or vector(0))".formatted(Objects.requireNonNull(selector), window);
    }
}
