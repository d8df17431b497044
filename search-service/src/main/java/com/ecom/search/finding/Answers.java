package com.ecom.search.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Answers that many ask for at the same time. Who asks the same as somebody else a moment ago gets the same answer, and those who
 * ask together share one search. While nothing can be searched, pages without a text are those of before, and say so.
 */
final class Answers {

    private static final int RECENT = 5_000;
    private static final int REMEMBERED = 500;
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(1);

    private final Function<ProductQuery, Results> search;
    private final Clock clock;
    private final Cache<ProductQuery, Results> recent;
    private final Cache<ProductQuery, Remembered> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LONGEST_OUTAGE)
            .build();

    /** @param life how old an answer may be; some live a fifth shorter, so that not all end together */
    Answers(Function<ProductQuery, Results> search, Duration life, Clock clock) {
        this.search = search;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .maximumSize(RECENT)
                .expireAfter(Expiry.<ProductQuery, Results>creating((_, _) -> jittered(life)))
                .build();
    }

    Results to(ProductQuery wanted) {
        try {
            return recent.get(wanted, this::fresh);
        } catch (UncheckedIOException e) {
            var before = remembered.getIfPresent(wanted);
            if (before == null) {
                throw e;
            }
            return before.results.asOf(before.at);
        }
    }

    private Results fresh(ProductQuery wanted) {
        var results = search.apply(wanted);
        if (isBrowsing(wanted)) {
            remembered.put(wanted, new Remembered(results, clock.instant()));
        }
        return results;
    }

    private static boolean isBrowsing(ProductQuery wanted) {
        return !wanted.hasText() && wanted.cursor() == null;
    }

    private static Duration jittered(Duration life) {
        var nanos = life.toNanos();
        return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 5 + 1));
    }

    private record Remembered(Results results, Instant at) {}
}
