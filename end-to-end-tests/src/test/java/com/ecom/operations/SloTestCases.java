package com.ecom.operations;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tests of the rules for a promise: each alert fires above its threshold, and is silent below it and when hardly anybody asks. */
public record SloTestCases(Slo slo) {

    /**
     * @param burn how much faster than allowed the budget burns
     * @param count how many ask at each step
     */
    private record Case(String name, String severity, String burn, int count, String step, String at, boolean fires) {}

    private static final List<Case> CASES = List.of(
            new Case("burns twenty times too fast for an hour", "critical", "20", 1000, "1m", "70m", true),
            new Case("burns four times too fast for an hour", "critical", "4", 1000, "1m", "70m", false),
            new Case("burns twice too fast for hours", "warning", "2", 1000, "10m", "2h", true),
            new Case("burns half as fast as it may", "warning", "0.5", 1000, "10m", "2h", false));

    /** How many steps the longest of them takes. */
    private static final int STEPS = 80;

    /** Fails wholly, but for three people only. */
    private static final String THREE = "0 1 2 3x" + STEPS;

    /** The file of tests for promtool. */
    public String text() {
        var nobody = new Case("fails for three people and nobody else asks", "critical", "", 0, "1m", "70m", false);
        return """
                # Made of slos.yaml by -Dops.update=true; a test holds the two together.
                rule_files: [../rules/slo-%s.yml]
                evaluation_interval: 10m

                tests:
                """.formatted(slo.name())
                + Stream.concat(
                                CASES.stream().map(it -> test(slo, it, series(slo, it))),
                                Stream.of(test(slo, nobody, failing(slo))))
                        .collect(Collectors.joining());
    }

    private static String test(Slo slo, Case one, String series) {
        var labels = "alertname=\"%s\",severity=\"%s\",alertstate=\"firing\"".formatted(slo.alert(), one.severity);
        return """
                  - name: %s %s
                    interval: %s
                    input_series:
                %s
                    promql_expr_test:
                      - expr: ALERTS{%s}
                        eval_time: %s
                        exp_samples: %s
                """.formatted(
                        slo.name(),
                        one.name,
                        one.step,
                        series,
                        labels,
                        one.at,
                        one.fires
                                ? "[{labels: 'ALERTS{%s,owner=\"%s\",service=\"%s\",slo=\"%s\"}', value: 1}]"
                                        .formatted(labels, slo.owner(), slo.service(), slo.name())
                                : "[]");
    }

    private static String series(Slo slo, Case one) {
        var count = BigDecimal.valueOf(one.count);
        var bad = slo.budget().multiply(new BigDecimal(one.burn)).multiply(count);
        var example = slo.example();
        return Stream.of(
                        line(example.good(), growing(count.subtract(bad))),
                        line(example.bad(), growing(bad)),
                        line(example.total(), growing(count)))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
    }

    private static String failing(Slo slo) {
        var example = slo.example();
        return Stream.of(line(example.bad(), THREE), line(example.total(), THREE))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
    }

    private static String growing(BigDecimal by) {
        return "0+%sx%d".formatted(by.stripTrailingZeros().toPlainString(), STEPS);
    }

    private static Stream<String> line(@Nullable String selector, String values) {
        return Stream.ofNullable(selector).map(it -> "      - {series: '%s', values: '%s'}".formatted(it, values));
    }
}
