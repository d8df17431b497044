package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every board is what its source says, explains itself, and asks only for what there is; every metric is on a board. */
class DashboardsTests {

    /** What {@code ecom-storefront/with-node} ends with where no Node can be had. */
    private static final int NO_NODE = 69;

    private static final Pattern RATE_OF_A_FIXED_TIME = Pattern.compile("\\brate\\([^\\[]*\\[(?!\\$__rate_interval)");

    private final OpsFolder ops = OpsFolder.find();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void theBoardsAreThoseOfTheirSource() throws Exception {
        npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
        npm("run", "types");
        npm("run", "write", "--", scratch.toString());

        var made = Dashboard.in(scratch);
        for (var board : made) {
            Generated.mustEqual(
                    Dashboard.folder(ops).resolve(board.name()), Files.readString(scratch.resolve(board.name())));
        }
        assertThat(Dashboard.all(ops).stream().map(Dashboard::name))
                .containsExactlyElementsOf(made.stream().map(Dashboard::name).toList());
    }

    @Test
    void everyPanelSaysWhatItShowsInWhichUnit() throws IOException {
        assertThat(Dashboard.all(ops)).hasSizeGreaterThan(8).allSatisfy(board -> {
            assertThat(board.json().path("uid").asString() + ".json").isEqualTo(board.name());
            assertThat(board.json().path("description").asString()).isNotBlank();
            assertThat(board.panels()).isNotEmpty().allSatisfy(it -> {
                assertThat(it.description()).as(it.title()).endsWith(".");
                assertThat(it.json().at("/fieldConfig/defaults/unit").asString())
                        .as(it.title())
                        .isNotBlank();
                assertThat(it.json().at("/datasource/uid").asString()).isEqualTo("${datasource}");
                assertThat(it.expressions()).as(it.title()).isNotEmpty();
            });
        });
    }

    @Test
    void everyMetricOfAPanelAndEveryValueOfItsLabelsIsInTheContract() throws IOException {
        var known = KnownMetrics.of(ops);
        var recorded =
                Alert.rules(ops).map(it -> String.valueOf(it.get("record"))).collect(Collectors.toSet());

        for (var board : Dashboard.all(ops)) {
            for (var panel : board.panels()) {
                for (var expression : panel.expressions()) {
                    var asked = new Promql(expression);
                    assertThat(asked.metrics())
                            .as(panel.title())
                            .isNotEmpty()
                            .allMatch(it -> it.equals("up")
                                    || recorded.contains(it)
                                    || panel.needsAnExporter()
                                    || known.has(it));
                    assertThat(known.complaints(asked)).as(panel.title()).isEmpty();
                    assertThat(RATE_OF_A_FIXED_TIME.matcher(expression).find())
                            .as("%s: a rate follows how often is scraped", panel.title())
                            .isFalse();
                }
            }
        }
    }

    /** Else nobody ever looks at it. */
    @Test
    void everyMetricOfOurOwnIsOnABoard() throws IOException {
        var shown = new TreeSet<String>();
        for (var board : Dashboard.all(ops)) {
            board.panels().forEach(panel -> panel.expressions().forEach(it -> shown.addAll(new Promql(it).metrics())));
        }

        assertThat(KnownMetrics.of(ops).byName().keySet().stream()
                        .filter(it -> it.startsWith("ecom_"))
                        .filter(it ->
                                shown.stream().noneMatch(series -> series.matches(it + "(_bucket|_count|_sum|_max)?"))))
                .isEmpty();
    }

    private void npm(String... arguments) throws IOException, InterruptedException {
        var node = ops.root().resolve("ecom-storefront/with-node");
        var line = Stream.concat(Stream.of(node, "npm"), Stream.of(arguments));
        var said = Tool.run(ops.root().resolve("ops/grafana"), Map.of(), line.toArray());
        if (said.code() == NO_NODE) {
            if ("true".equals(System.getenv("CI"))) {
                fail(said.text());
            }
            abort("boards not made anew: " + said.text());
        }
        assertThat(said.code()).as(said.text()).isZero();
    }
}
