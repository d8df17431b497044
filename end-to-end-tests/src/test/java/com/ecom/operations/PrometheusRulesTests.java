package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every alert can fire, is silent otherwise, calls somebody, and asks only for what services tell. */
class PrometheusRulesTests {

    /** Prometheus' own: whether it could ask. */
    private static final String UP = "up";

    private final OpsFolder ops = OpsFolder.find();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void theRulesForPromisesAreThoseOfTheTable() throws IOException {
        var made = new TreeSet<String>();
        for (var slo : ops.slos()) {
            var rules = "slo-%s.yml".formatted(slo.name());
            var tests = "slo-%s_test.yml".formatted(slo.name());
            Generated.mustEqual(ops.prometheus().resolve("rules").resolve(rules), new SloRules(slo).text());
            Generated.mustEqual(ops.prometheus().resolve("tests").resolve(tests), new SloTestCases(slo).text());
            made.addAll(List.of(rules, tests));
        }
        assertThat(Stream.concat(ops.rules().stream(), ops.ruleTests().stream())
                        .map(it -> it.getFileName().toString())
                        .filter(it -> it.startsWith("slo-")))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void prometheusTakesTheConfigurationAndEveryRule() throws Exception {
        var promtool = Tool.monitoring().promtool();

        assertThat(Tool.run(ops.prometheus(), Map.of(), promtool, "check", "config", "prometheus.yml"))
                .satisfies(it -> assertThat(it.code()).as(it.text()).isZero());
        for (var file : ops.rules()) {
            assertThat(Tool.run(scratch, Map.of(), promtool, "check", "rules", "--lint=all", "--lint-fatal", file))
                    .satisfies(it -> assertThat(it.code()).as(it.text()).isZero());
        }
    }

    @Test
    void everyAlertFiresAndIsSilentAsItsTestsSay() throws Exception {
        var all = testing(ops.ruleTests());

        assertThat(Tool.run(ops.prometheus(), Map.of(), all.toArray()))
                .satisfies(it -> assertThat(it.code()).as(it.text()).isZero());
    }

    /** A sixtieth of the time, as a running shop is tried with; the time of day, which clocks tell, is the same as ever. */
    @Test
    void theScaledRulesDoTheSame() throws Exception {
        Scaled.into(scratch, ops, Scaled.USUAL);
        var all = testing(OpsFolder.in(scratch.resolve("tests")).stream()
                .filter(it -> !it.endsWith("clocks_test.yml"))
                .toList());

        assertThat(Tool.run(scratch, Map.of(), all.toArray()))
                .satisfies(it -> assertThat(it.code()).as(it.text()).isZero());
    }

    @Test
    void aRuleThatNeverFiresIsNoticed() throws Exception {
        Scaled.into(scratch, ops, 1);
        var rule = scratch.resolve("rules/mail.yml");
        Files.writeString(rule, Files.readString(rule).replace("> 120", "> 1200"));
        var all = testing(List.of(scratch.resolve("tests/mail_test.yml")));

        assertThat(Tool.run(scratch, Map.of(), all.toArray()))
                .satisfies(it -> assertThat(it.code()).as(it.text()).isNotZero());
    }

    @Test
    void everyAlertHasATestOfBoth() throws IOException {
        var firing = new TreeSet<String>();
        var silent = new TreeSet<String>();
        for (var file : ops.ruleTests()) {
            for (var test : list(OpsFolder.yaml(file), "tests")) {
                for (var asked : list(test, "promql_expr_test")) {
                    var samples = (List<?>) Objects.requireNonNull(asked.get("exp_samples"));
                    (samples.isEmpty() ? silent : firing).add(asked(String.valueOf(asked.get("expr"))));
                }
            }
        }
        var alerts = Alert.all(ops).stream()
                .map(it -> it.name() + " " + it.severity())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(firing).isEqualTo(alerts);
        assertThat(silent).isEqualTo(alerts);
    }

    @Test
    void everyAlertSaysHowBadItIsWhomItCallsAndWhatToDo() throws IOException {
        var owners = ops.owners().teams().keySet();

        assertThat(Alert.all(ops)).hasSizeGreaterThan(40).allSatisfy(it -> {
            assertThat(it.severity()).as(it.name()).isIn("critical", "warning");
            assertThat(it.callsSomebody()).as(it.name()).isTrue();
            if (it.labels().get("owner") instanceof String owner) {
                assertThat(owners).as(it.name()).contains(owner);
            }
            assertThat(it.annotations().get("summary")).as(it.name()).isNotNull();
            assertThat(it.annotations().get("runbook_url")).isEqualTo("docs/runbooks/" + it.name() + ".md");
            assertThat(ops.runbooks().resolve(it.name() + ".md")).exists();
        });
    }

    @Test
    void everyMetricOfARuleAndEveryValueOfItsLabelsIsInTheContract() throws IOException {
        var known = KnownMetrics.of(ops);
        var recorded =
                Alert.rules(ops).map(it -> String.valueOf(it.get("record"))).collect(Collectors.toSet());

        assertThat(Alert.rules(ops).map(it -> new Promql(String.valueOf(it.get("expr")))))
                .allSatisfy(it -> {
                    assertThat(it.metrics())
                            .isNotEmpty()
                            .allMatch(name -> name.equals(UP) || recorded.contains(name) || known.has(name));
                    assertThat(known.complaints(it)).isEmpty();
                });
        assertThat(known.complaints(new Promql("ecom_orders_ended_total{reason=\"TIMED_OUT_\"}")))
                .hasSize(1);
    }

    @Test
    void everyServiceIsScrapedWhereItIsAndBearsItsOwner() throws IOException {
        var owners = ops.owners();
        var expected = new TreeMap<String, String>();
        var written = new TreeMap<String, String>();
        Names.SERVICES.forEach(it ->
                expected.put(it, "%d %s".formatted(Ports.usual().of(Names.managementOf(it)), owners.ownerOf(it))));
        List<Map<String, ?>> targets = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(ops.prometheus().resolve("targets/shop.yml")));
        for (var it : targets) {
            var labels = (Map<?, ?>) Objects.requireNonNull(it.get("labels"));
            var address = String.valueOf(((List<?>) Objects.requireNonNull(it.get("targets"))).getFirst());
            written.put(
                    String.valueOf(labels.get("service")),
                    address.replace("127.0.0.1:", "") + " " + labels.get("owner"));
        }

        assertThat(written).isEqualTo(expected);
        var absent = Alert.all(ops).stream()
                .filter(it -> it.name().equals("ServiceAbsent"))
                .findFirst()
                .orElseThrow()
                .expression();
        assertThat(Names.SERVICES)
                .allSatisfy(it ->
                        assertThat(absent).contains("service=\"%s\",owner=\"%s\"".formatted(it, owners.ownerOf(it))));
    }

    private static List<Object> testing(List<Path> tests) throws IOException, InterruptedException {
        var line = new ArrayList<Object>(List.of(Tool.monitoring().promtool(), "test", "rules"));
        line.addAll(tests);
        return line;
    }

    private static String asked(String expression) {
        var matchers = new Promql(expression)
                .matchers().stream().collect(Collectors.toMap(Promql.Matcher::label, Promql.Matcher::value));
        return matchers.get("alertname") + " " + matchers.get("severity");
    }

    private static List<Map<?, ?>> list(Map<?, ?> yaml, String name) {
        return ((List<?>) Objects.requireNonNull(yaml.get(name)))
                .stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
    }
}
