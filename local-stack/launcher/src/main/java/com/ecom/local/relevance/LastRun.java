package com.ecom.local.relevance;

import com.ecom.local.relevance.Evaluation.Rated;
import com.ecom.local.relevance.Evaluation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The figures of an evaluation, kept so that the next one can say what has changed. */
public record LastRun(double ndcg10, double mrr, double recall20, double judged10, Map<String, Double> byQuery) {

    private static final double NOTICEABLE = 0.01;

    public static LastRun of(Report report) {
        var byQuery = new LinkedHashMap<String, Double>();
        report.byQuery().forEach(it -> byQuery.put(it.query(), it.ndcg()));
        return new LastRun(report.ndcg10(), report.mrr(), report.recall20(), report.judged10(), byQuery);
    }

    public static Optional<LastRun> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), LastRun.class))
                : Optional.empty();
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JsonMapper.shared().writeValueAsString(this));
    }

    /** The queries that both runs asked and whose figure is another now, the greatest change first. */
    public List<Change> changesTo(Report now) {
        return now.byQuery().stream()
                .filter(it -> byQuery.containsKey(it.query()))
                .map(it -> new Change(it.query(), before(it), it.ndcg()))
                .filter(it -> Math.abs(it.now() - it.before()) >= NOTICEABLE)
                .sorted(Comparator.comparingDouble((Change it) -> Math.abs(it.now() - it.before()))
                        .reversed())
                .toList();
    }

    private double before(Rated query) {
        return byQuery.getOrDefault(query.query(), 0.0);
    }

    public record Change(String query, double before, double now) {}
}
