package com.ecom.search.reindexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.OwnIndexes;
import com.ecom.search.finding.OwnSearch;
import com.ecom.search.indexing.CatalogueIndex;
import com.ecom.search.reindexing.Reindex.Kind;
import com.ecom.search.reindexing.Reindex.State;
import com.ecom.test.ServiceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** How long it takes with a real catalogue while 50 queries come a second: {@code ECOM_CATALOGUE} names its folder. */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "ECOM_CATALOGUE", matches = ".+")
class WholeReindexIT {

    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final int PER_SECOND = 50;
    private static final int QUERIES = 40;

    @Autowired
    ElasticsearchCalls elastic;

    private final AtomicInteger right = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void everyQueryOfManyIsAnsweredRightMeanwhile() throws IOException, InterruptedException {
        var index = new CatalogueIndex(elastic);
        var lines = lines();
        lines.forEach(index::add);
        index.refresh();
        var search = new OwnSearch(elastic, index.settings());
        var expected = queries(lines).stream().collect(toMap(Function.identity(), search::total));
        var clock = Clock.systemUTC();
        var reindexes = new Reindexes(elastic, index.settings(), clock);
        reindexes.add(Reindex.asked("r", Kind.REINDEX, "somebody", clock.instant(), "a test", lines.size()));
        var replace = new ReplaceIndex(
                reindexes, OwnIndexes.indexes(elastic), OwnIndexes.rebuilding(elastic), index.settings(), clock);

        var begin = System.nanoTime();
        try (var shoppers = Executors.newScheduledThreadPool(8)) {
            var period = TimeUnit.SECONDS.toMicros(1) / PER_SECOND;
            var ticks = shoppers.scheduleAtFixedRate(
                    () -> shoppers.execute(() -> ask(search, expected)), 0, period, TimeUnit.MICROSECONDS);
            replace.handle(reindexes.take().orElseThrow());
            var took = Duration.ofNanos(System.nanoTime() - begin);
            ticks.cancel(false);
            System.out.printf(
                    "%d documents in %.1f s, %d queries right, %d wrong%n",
                    lines.size(), took.toMillis() / 1e3, right.get(), wrong.size());
            assertThat(took).isLessThan(LONGEST);
        }
        assertThat(wrong).isEmpty();
        assertThat(right.get()).isPositive();
        assertThat(reindexes.find("r")).get().extracting(Reindex::state).isEqualTo(State.DONE);
    }

    private void ask(OwnSearch search, Map<String, Long> expected) {
        var text = List.copyOf(expected.keySet()).get((right.get() + wrong.size()) % expected.size());
        try {
            var total = search.total(text);
            if (total == expected.getOrDefault(text, -1L)) {
                right.incrementAndGet();
            } else {
                wrong.add("%s: %d".formatted(text, total));
            }
        } catch (RuntimeException e) {
            wrong.add("%s: %s".formatted(text, e));
        }
    }

    /** The beginnings of names from all over the catalogue. */
    private static List<String> queries(List<String> lines) {
        return IntStream.range(0, QUERIES)
                .mapToObj(it -> lines.get(it * (lines.size() / QUERIES)))
                .map(it -> JsonMapper.shared().readTree(it).path("title").asString())
                .map(it -> Stream.of(it.split(" ", -1)).limit(2).collect(joining(" ")))
                .distinct()
                .toList();
    }

    private static List<String> lines() throws IOException {
        var file = Path.of(System.getenv("ECOM_CATALOGUE")).resolve("products.ndjson.gz");
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return lines.lines().toList();
        }
    }
}
