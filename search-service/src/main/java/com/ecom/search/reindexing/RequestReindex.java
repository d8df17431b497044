package com.ecom.search.reindexing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.Indexes;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.reindexing.Reindex.Kind;
import com.ecom.search.reindexing.ReindexRefusal.NoEarlierIndex;
import com.ecom.search.reindexing.ReindexRefusal.ReindexUnderWay;
import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** One is under way at a time. The same key asks for the same. */
@Component
@RequiredArgsConstructor
class RequestReindex {

    private final Reindexes reindexes;
    private final Indexes indexes;
    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final Clock clock;

    /**
     * How many documents it would be about.
     *
     * @throws ReindexRefusal if it cannot be done now
     */
    long check(IdempotencyKey key, Kind kind) {
        if (reindexes.find(key.toId().toString()).isEmpty()) {
            reindexes.running().ifPresent(it -> {
                throw new ReindexUnderWay(it.id());
            });
            if (kind == Kind.ROLLBACK && !hasEarlierIndex()) {
                throw new NoEarlierIndex();
            }
        }
        return elastic.call(it -> it.count(which -> which.index(settings.products())))
                .count();
    }

    void add(IdempotencyKey key, Kind kind, String reason, long total) {
        reindexes.add(Reindex.asked(
                key.toId().toString(),
                kind,
                key.caller().toString(),
                Instant.ofEpochMilli(clock.millis()),
                reason,
                total));
    }

    private boolean hasEarlierIndex() {
        var layout = indexes.layout(settings.products(), "products");
        var current = indexes.behind(layout.alias()).orElse("");
        return reindexes
                .lastDone()
                .filter(it -> current.equals(it.to()))
                .map(Reindex::from)
                .filter(it -> layout.isOf(it) && indexes.exists(it))
                .isPresent();
    }
}
