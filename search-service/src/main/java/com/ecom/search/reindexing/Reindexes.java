package com.ecom.search.reindexing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.reindexing.Reindex.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What has been asked for, and how far it is. There are few, so each write is made findable at once. */
@Repository
class Reindexes {

    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elastic;
    private final String index;
    private final Clock clock;

    Reindexes(ElasticsearchCalls elastic, SearchSettings settings, Clock clock) {
        this.elastic = elastic;
        this.index = settings.reindexes();
        this.clock = clock;
    }

    /** Does nothing if one with this id is there. */
    void add(Reindex it) {
        try {
            elastic.call(client ->
                    client.create(op -> op.index(index).id(it.id()).document(it).refresh(Refresh.True)));
        } catch (ElasticsearchException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
    }

    Optional<Reindex> find(String id) {
        return Optional.ofNullable(elastic.call(
                        client -> client.get(it -> it.index(index).id(id), Reindex.class))
                .source());
    }

    /** The newest first. */
    List<Reindex> before(@Nullable Instant time, int limit) {
        var older = time == null
                ? Query.of(it -> it.matchAll(all -> all))
                : Query.of(it -> it.range(
                        range -> range.date(date -> date.field("startedAt").lt(time.toString()))));
        return list(older, "startedAt", SortOrder.Desc, limit).stream()
                .map(Reindexes::content)
                .toList();
    }

    Optional<Reindex> running() {
        return list(in(State.RUNNING), "startedAt", SortOrder.Asc, 1).stream()
                .map(Reindexes::content)
                .findFirst();
    }

    /** The one by which the index that is searched now took over, if it is known. */
    Optional<Reindex> lastDone() {
        return list(in(State.DONE), "finishedAt", SortOrder.Desc, 1).stream()
                .map(Reindexes::content)
                .findFirst();
    }

    /** The oldest that is not finished, if nobody else is at it. */
    Optional<Leased> take() {
        return list(in(State.RUNNING), "startedAt", SortOrder.Asc, 1).stream()
                .filter(it -> isFree(content(it)))
                .findFirst()
                .map(it -> new Leased(
                        content(it), Objects.requireNonNull(it.seqNo()), Objects.requireNonNull(it.primaryTerm())))
                .flatMap(it -> {
                    try {
                        return Optional.of(keep(it, it.content));
                    } catch (TakenAway e) {
                        return Optional.empty();
                    }
                });
    }

    /** Keeps how far it is now, and with it the lease. */
    Leased keep(Leased before, Reindex now) {
        var next = now.state() == State.RUNNING ? now.leased(clock.instant()) : now;
        try {
            var kept = elastic.call(client -> client.index(op -> op.index(index)
                    .id(next.id())
                    .ifSeqNo(before.number)
                    .ifPrimaryTerm(before.term)
                    .document(next)
                    .refresh(Refresh.True)));
            return new Leased(next, Objects.requireNonNull(kept.seqNo()), Objects.requireNonNull(kept.primaryTerm()));
        } catch (ElasticsearchException e) {
            throw e.status() == CONFLICT ? new TakenAway() : e;
        }
    }

    void forgetOlderThan(Instant time) {
        var old = Query.of(it ->
                it.range(range -> range.date(date -> date.field("finishedAt").lt(time.toString()))));
        list(old, "finishedAt", SortOrder.Asc, 100)
                .forEach(it -> elastic.call(client ->
                        client.delete(op -> op.index(index).id(content(it).id()).refresh(Refresh.True))));
    }

    private boolean isFree(Reindex it) {
        return it.leasedUntil() == null || it.leasedUntil().isBefore(clock.instant());
    }

    private List<Hit<Reindex>> list(Query which, String sortedBy, SortOrder order, int limit) {
        return elastic.call(client -> client.search(
                        it -> it.index(index)
                                .query(which)
                                .seqNoPrimaryTerm(true)
                                .sort(sort -> sort.field(
                                        field -> field.field(sortedBy).order(order)))
                                .size(limit),
                        Reindex.class))
                .hits()
                .hits();
    }

    private static Query in(State state) {
        return Query.of(it -> it.term(term -> term.field("state").value(state.name())));
    }

    private static Reindex content(Hit<Reindex> hit) {
        return Objects.requireNonNull(hit.source());
    }

    /** What one instance is at; nobody else has written it since. */
    record Leased(Reindex content, long number, long term) {}

    /** Somebody else goes on with it. */
    static final class TakenAway extends RuntimeException {
        private TakenAway() {
            super("Another instance has gone on with it");
        }
    }
}
