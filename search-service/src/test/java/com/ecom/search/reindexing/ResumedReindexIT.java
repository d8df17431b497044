package com.ecom.search.reindexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.Indexes;
import com.ecom.search.elastic.OwnIndexes;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.reindexing.Reindex.Kind;
import com.ecom.search.reindexing.Reindex.State;
import com.ecom.search.reindexing.ReindexRefusal.NoEarlierIndex;
import com.ecom.search.reindexing.ReindexRefusal.ReindexUnderWay;
import com.ecom.search.reindexing.Reindexes.TakenAway;
import com.ecom.test.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance that was asked stops in the middle, in a shop of its own. */
@ServiceTest
class ResumedReindexIT {

    private static final int PRODUCTS = 40;

    @Autowired
    ElasticsearchCalls elastic;

    private final Clock now = Clock.systemUTC();
    private final Clock later = Clock.offset(now, Duration.ofMinutes(1));
    private SearchSettings settings;
    private Indexes indexes;

    @BeforeEach
    void aShopOfItsOwn() {
        settings = OwnIndexes.create(elastic);
        indexes = OwnIndexes.indexes(elastic);
        for (int i = 0; i < PRODUCTS; i++) {
            var id = "p-" + i;
            elastic.call(
                    it -> it.index(op -> op.index(settings.products()).id(id).document(Map.of("productId", id))));
        }
    }

    @Test
    void anotherGoesOnWithWhatOneHasLeft() {
        var before = indexes.behind(settings.products()).orElseThrow();
        request(now).add(key(), Kind.REINDEX, "a test", PRODUCTS);
        var first = reindexes(now).take().orElseThrow();
        assertThat(reindexes(now).take()).as("while it is at it").isEmpty();

        replace(later).handle(reindexes(later).take().orElseThrow());

        assertThat(reindexes(now).lastDone()).get().satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.DONE);
            assertThat(it.copied()).isEqualTo(PRODUCTS);
            assertThat(it.from()).isEqualTo(before);
            assertThat(it.to()).isEqualTo(indexes.behind(settings.products()).orElseThrow());
        });
        assertThatExceptionOfType(TakenAway.class).isThrownBy(() -> replace(now).handle(first));
        assertThat(elastic.call(it -> it.count(which -> which.index(settings.products())))
                        .count())
                .isEqualTo(PRODUCTS);
    }

    @Test
    void oneIsUnderWayAtATimeAndNoneGoesBackToNothing() {
        assertThatExceptionOfType(NoEarlierIndex.class)
                .isThrownBy(() -> request(now).check(key(), Kind.ROLLBACK));

        var key = key();
        request(now).add(key, Kind.REINDEX, "a test", PRODUCTS);

        assertThat(request(now).check(key, Kind.REINDEX)).isNotNegative();
        assertThatExceptionOfType(ReindexUnderWay.class)
                .isThrownBy(() -> request(now).check(key(), Kind.REINDEX));
    }

    @Test
    void whatHasLostItsIndexFailsAndTheOneInUseTakesWrites() {
        request(now).add(key(), Kind.REINDEX, "a test", PRODUCTS);
        var taken = reindexes(now).take().orElseThrow();
        var elsewhere = reindexes(now).keep(taken, taken.content().begun("another-index", "no-index", -1));

        replace(now).handle(elsewhere);

        assertThat(reindexes(now).before(null, 1).getFirst().state()).isEqualTo(State.FAILED);
        elastic.call(
                it -> it.index(op -> op.index(settings.products()).id("new").document(Map.of("productId", "new"))));
    }

    private Reindexes reindexes(Clock clock) {
        return new Reindexes(elastic, settings, clock);
    }

    private RequestReindex request(Clock clock) {
        return new RequestReindex(reindexes(clock), indexes, elastic, settings, clock);
    }

    private ReplaceIndex replace(Clock clock) {
        return new ReplaceIndex(reindexes(clock), indexes, OwnIndexes.rebuilding(elastic), settings, clock);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(
                UUID.randomUUID(),
                "POST /ops/search/reindex",
                "/ops/search/reindex",
                UUID.randomUUID().toString());
    }
}
