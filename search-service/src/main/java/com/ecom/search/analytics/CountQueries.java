package com.ecom.search.analytics;

import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.TypedQuery;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts searches and clicks in memory and writes what came together every few seconds, so that no request waits for it. What
 * was not written yet when the process dies, what cannot be written, and queries beyond the most are lost.
 */
@Component
@Slf4j
public class CountQueries {

    /** Different queries of one write. */
    static final int MOST = 1_000;

    private final MergeDocuments documents;
    private final String index;
    private final Clock clock;
    private final AnalyticsMeters meters;
    private final DailyMarks marks = new DailyMarks();
    private Map<String, QueryCounts> pending = new HashMap<>();

    CountQueries(MergeDocuments documents, SearchSettings settings, Clock clock, MeterRegistry registry) {
        this.documents = documents;
        this.index = settings.queries();
        this.clock = clock;
        this.meters = new AnalyticsMeters(registry);
    }

    /**
     * Counts one search.
     *
     * @param hits how many products were found
     * @param isCorrected whether only something similar was found
     */
    public void searched(SearchOrigin origin, String typed, long hits, boolean isCorrected) {
        if (origin.isPrefetching()) {
            return;
        }
        meters.searched(hits, isCorrected);
        TypedQuery.of(typed).map(TypedQuery::text).ifPresent(query -> {
            var today = today();
            var askers = marks.ask(today, query, origin.network());
            add(QueryCounts.search(today, query, hits, isCorrected, askers));
        });
    }

    /** Counts a click once for each network, query, product and day, and only of what was asked on that day. */
    void clicked(SearchOrigin origin, String typed, String productId, int position) {
        TypedQuery.of(typed).map(TypedQuery::text).ifPresent(query -> {
            var today = today();
            if (marks.click(today, query, productId, origin.network())) {
                meters.clicked();
                add(QueryCounts.click(today, query, position));
            }
        });
    }

    @Scheduled(fixedDelayString = "PT3S")
    @PreDestroy
    void write() {
        var counts = take();
        if (counts.isEmpty()) {
            return;
        }
        try {
            documents.merge(index, QueryCounts.class, changes(counts));
        } catch (UncheckedIOException e) {
            // A part of it may be written: the rest is lost rather than counted twice.
            meters.lost(
                    counts.stream().mapToLong(it -> it.searches() + it.clicks()).sum());
            log.debug("Counts of searches could not be written", e);
        }
    }

    private static Map<String, UnaryOperator<@Nullable QueryCounts>> changes(Collection<QueryCounts> counts) {
        return counts.stream().collect(Collectors.toMap(QueryCounts::id, CountQueries::added));
    }

    private static UnaryOperator<@Nullable QueryCounts> added(QueryCounts more) {
        return before -> before == null ? (more.searches() == 0 ? null : more) : before.plus(more);
    }

    private synchronized void add(QueryCounts one) {
        if (pending.size() < MOST || pending.containsKey(one.id())) {
            pending.merge(one.id(), one, QueryCounts::plus);
        } else {
            meters.lost(1);
        }
    }

    private synchronized Collection<QueryCounts> take() {
        var taken = pending.values();
        pending = new HashMap<>();
        return taken;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
