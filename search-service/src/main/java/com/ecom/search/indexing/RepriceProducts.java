package com.ecom.search.indexing;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.ProductEntry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sorts products anew when a sale begins or ends, and shows or hides them when their publication does: their documents say
 * when. It waits for no message, and does what it missed;
 * of several instances that come at once the second finds nothing to do.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class RepriceProducts {

    private static final int AT_ONCE = 500;

    private final ElasticsearchCalls elastic;
    private final MergeDocuments mergeDocuments;
    private final SearchSettings settings;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.prices.reprice-every:PT2S}")
    void reprice() {
        try {
            repriceAt(clock.instant());
        } catch (UncheckedIOException e) {
            log.debug("Products are priced anew when Elasticsearch answers", e);
        }
    }

    void repriceAt(Instant now) {
        var changes = new LinkedHashMap<String, UnaryOperator<@Nullable ProductEntry>>();
        var due = elastic.search(it -> it.search(
                search -> search.index(settings.products())
                        .query(query -> query.range(range ->
                                range.untyped(time -> time.field("repriceAt").lte(JsonData.of(now.toString())))))
                        .source(source -> source.fetch(false))
                        .size(AT_ONCE),
                Void.class));
        due.hits().hits().stream()
                .map(Hit::id)
                .map(Objects::requireNonNull)
                .forEach(id -> changes.put(id, it -> it == null ? null : it.pricedAt(now)));
        mergeDocuments.merge(settings.products(), ProductEntry.class, changes);
    }
}
