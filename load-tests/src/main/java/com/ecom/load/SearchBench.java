package com.ecom.load;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Visitors with tokens who search for thousands of different things, with facets. */
@Command(
        name = "search",
        description =
                "Searches per second, through the gateway with tokens, limits and traces; every second one is new.%n")
final class SearchBench implements Callable<Integer> {

    private static final int LEAST_DISTINCT = 2_000;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Override
    public Integer call() throws Exception {
        var queries = Queries.of(options.file());
        if (queries.distinct() < LEAST_DISTINCT) {
            throw new IOException("Only %d queries can be made of this catalogue".formatted(queries.distinct()));
        }
        Trial.say("%,d distinct queries: %,d that many ask, %,d that nobody has asked before"
                .formatted(
                        queries.distinct(),
                        queries.popular().size(),
                        queries.seldom().size()));
        try (var trial = options.open()) {
            var found = new AtomicLong();
            var asked = new AtomicLong();
            var status = options.measure(trial, "searches", (connection, guest, number) -> {
                var text = queries.query(number, ThreadLocalRandom.current());
                var answer = connection.get("/api/search/products?size=20&q=" + encode(text, UTF_8), guest);
                if (!answer.contains("\"total\":")) {
                    throw new IOException("No answer to " + text);
                }
                asked.incrementAndGet();
                if (answer.contains("\"productId\":")) {
                    found.incrementAndGet();
                }
            });
            Trial.say("%n%,d searches, of which %.1f %% found something"
                    .formatted(asked.get(), 100.0 * found.get() / Math.max(1, asked.get())));
            return status;
        }
    }
}
