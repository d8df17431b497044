package com.ecom.local.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.ecom.local.relevance.Evaluation.Hit;
import com.ecom.local.relevance.Evaluation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTests {

    private static final double TINY = 1e-9;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theBestOrderIsOne() throws IOException {
        var report = rated("mug,A,3", "mug,B,1", "mug,C,0").of("A", "B", "C");

        assertThat(report.ndcg10()).isEqualTo(1, within(TINY));
        assertThat(report.mrr()).isEqualTo(1, within(TINY));
        assertThat(report.recall20()).isEqualTo(1, within(TINY));
        assertThat(report.judged10()).isEqualTo(1, within(TINY));
    }

    /** (7 / log2 3) / 7, by hand. */
    @Test
    void whatNobodyJudgedCountsAsIrrelevant() throws IOException {
        var report = rated("mug,A,3").of("X", "A");

        assertThat(report.ndcg10()).isEqualTo(0.6309297535714575, within(TINY));
        assertThat(report.mrr()).isEqualTo(0.5, within(TINY));
        assertThat(report.judged10()).isEqualTo(0.5, within(TINY));
        assertThat(report.worst(1).getFirst().explanation()).containsExactly("1 of the first 2 unjudged, such as 1. X");
    }

    @Test
    void queriesWithoutAnythingRelevantAreLeftOutAndThoseWithoutResultsAreNot() throws IOException {
        var report = rated("mug,A,3", "xyz,A,0").of();

        assertThat(report.queries()).isEqualTo(1);
        assertThat(report.ndcg10()).isZero();
        assertThat(report.zeroResults()).isEqualTo(1);
    }

    @Test
    void namesWhatIsMissingAndWhatHasChanged() throws IOException {
        var judgements = rated("mug,A,3", "mug,B,2");
        var before = LastRun.of(judgements.of("A", "B"));
        before.write(folder.resolve("kept/run.json"));

        var now = judgements.of("A");

        assertThat(now.worst(1).getFirst().missing()).containsExactly("B");
        var changes =
                LastRun.read(folder.resolve("kept/run.json")).orElseThrow().changesTo(now);
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().query()).isEqualTo("mug");
        assertThat(changes.getFirst().now()).isLessThan(changes.getFirst().before());
    }

    @Test
    void aQueryMayHaveCommasAndQuotes() throws IOException {
        assertThat(judgements("\"mug, \"\"blue\"\"\",A,3").byQuery()).containsOnlyKeys("mug, \"blue\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mug,A", "mug,A,4", "mug,A,x", ",A,1", "mug,,1", "\"mug,A,1", "mug,A,1,2", "mug,A,1.5"})
    void refusesLinesThatAreNoneAndSaysWhich(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> judgements(line)).withMessageContaining("ine 2");
    }

    private Rating rated(String... lines) throws IOException {
        var judgements = judgements(lines);
        return skus -> Evaluation.of(
                judgements,
                _ -> Stream.of(skus).map(it -> new Hit(it, List.of(it))).toList());
    }

    private Judgements judgements(String... lines) throws IOException {
        var file = folder.resolve("judgements.csv");
        Files.writeString(file, "query,sku,rating\n" + String.join("\n", lines));
        return Judgements.read(file);
    }

    private interface Rating {
        Report of(String... skus);
    }
}
