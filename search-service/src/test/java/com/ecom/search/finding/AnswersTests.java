package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTests {

    private static final Instant NOW = Instant.parse("2026-01-15T10:15:30Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicBoolean isAway = new AtomicBoolean();

    @Test
    void thoseWhoAskTogetherShareOneSearch() throws Exception {
        var begun = new CountDownLatch(1);
        var answers = answers(LONG, () -> await(begun));
        Callable<Results> asker = () -> answers.to(query("mug", null));
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    Collections.nCopies(20, asker).stream().map(askers::submit).toList();
            begun.countDown();
            for (var one : all) {
                assertThat(one.get().total()).isEqualTo(1);
            }
        }
        assertThat(searches).hasValue(1);
    }

    @Test
    void whatIsOldIsSearchedForAgainAndSoIsAnythingElse() {
        var kept = answers(LONG, () -> {});
        kept.to(query("mug", null));
        kept.to(query("mug", null));
        kept.to(query("mug", "cursor"));
        assertThat(searches).hasValue(2);

        var notKept = answers(Duration.ZERO, () -> {});
        notKept.to(query("mug", null));
        notKept.to(query("mug", null));
        assertThat(searches).hasValue(4);
    }

    @Test
    void pagesWithoutATextOutliveTheSearchAndSaySo() {
        var answers = answers(Duration.ZERO, () -> {});
        assertThat(answers.to(query("", null)).asOf()).isNull();
        answers.to(query("mug", null));
        isAway.set(true);

        var before = answers.to(query("", null));

        assertThat(before.total()).isEqualTo(1);
        assertThat(before.asOf()).isEqualTo(NOW);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> answers.to(query("mug", null)));
        isAway.set(false);
        assertThat(answers.to(query("", null)).asOf()).isNull();
    }

    private Answers answers(Duration life, Runnable meanwhile) {
        return new Answers(
                wanted -> {
                    meanwhile.run();
                    if (isAway.get()) {
                        throw new UncheckedIOException(new IOException("away"));
                    }
                    searches.incrementAndGet();
                    var nothing = new Facets(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            new Facets.Availability(0, 0),
                            List.of(),
                            0,
                            List.of());
                    return new Results(List.of(), 1, nothing, null, null, null, null, null);
                },
                life,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProductQuery query(String text, @Nullable String cursor) {
        return new ProductQuery(text, null, null, null, null, null, null, null, null, null, null, null, null, cursor);
    }
}
