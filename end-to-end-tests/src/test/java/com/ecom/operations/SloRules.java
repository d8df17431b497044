package com.ecom.operations;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for a promise: how much of its budget burns within which time, and whom that calls. A budget that would be gone in
 * two days, or in five, calls somebody now; one that would not last the thirty days becomes a ticket. The shorter window of
 * each pair ends the alert soon after the cause has ended.
 */
public record SloRules(Slo slo) {

    /** @param factor how much faster than allowed the budget burns in both windows */
    private record Burn(String severity, String factor, String lately, String longer) {}

    private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

    private static final List<Burn> BURNS = List.of(
            new Burn("critical", "14.4", "5m", "1h"),
            new Burn("critical", "6", "30m", "6h"),
            new Burn("warning", "3", "2h", "1d"),
            new Burn("warning", "1", "6h", "3d"));

    /** The file of rules for Prometheus. */
    public String text() {
        var recorded = WINDOWS.stream().map(it -> recording(slo, it));
        var alerts = Stream.of("critical", "warning").map(it -> alert(slo, it));
        return """
                # Made of slos.yaml by -Dops.update=true; a test holds the two together.
                # %s: %s %%.
                groups:
                  - name: slo-%s
                    rules:
                """.formatted(slo.promise(), slo.objective(), slo.name())
                + Stream.concat(recorded, alerts).collect(Collectors.joining());
    }

    private static String recording(Slo slo, String window) {
        return """
                      - record: slo:errors:ratio_rate%s
                        labels: {slo: %s}
                        expr: |
                %s
                """.formatted(window, slo.name(), slo.badRatio(window).indent(10).stripTrailing());
    }

    private static String alert(Slo slo, String severity) {
        var burns = BURNS.stream()
                .filter(it -> it.severity.equals(severity))
                .map(it -> burning(slo, it))
                .collect(Collectors.joining("\nor\n"));
        return """
                      - alert: %s
                        expr: |
                %s
                        labels: {severity: %s, owner: %s, service: %s}
                        annotations:
                          summary: "%s: not so for {{ $value | humanizePercentage }} of them, %s %% are promised"
                          runbook_url: docs/runbooks/%1$s.md
                """.formatted(
                        slo.alert(),
                        burns.indent(10).stripTrailing(),
                        severity,
                        slo.owner(),
                        slo.service(),
                        slo.promise(),
                        slo.objective());
    }

    private static String burning(Slo slo, Burn burn) {
        return """
                (
                  %s
                  and %s
                  and on () (%s) >= %d
                )""".formatted(
                        exceeded(slo, burn.lately, burn.factor),
                        exceeded(slo, burn.longer, burn.factor),
                        slo.allWithin(burn.longer),
                        slo.atLeast());
    }

    private static String exceeded(Slo slo, String window, String factor) {
        return "slo:errors:ratio_rate%s{slo=\"%s\"} > %s * %s"
                .formatted(window, slo.name(), factor, slo.budget().toPlainString());
    }
}
