package com.ecom.search.rules;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.rules.RuleRefusal.NoSuchRule;
import com.ecom.search.rules.RuleRefusal.OutOfDate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;

/** The rules in an index of their own. There are few of them, so each write is made findable at once. */
@Repository
class Rules {

    static final int MOST = 1_000;

    private static final int CONFLICT = 409;
    private static final int AT_ONCE = 100;

    private final ElasticsearchCalls elastic;
    private final String index;

    Rules(ElasticsearchCalls elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.index = settings.rules();
    }

    /** @return the one that is there already if this was done before */
    StoredRule add(StoredRule it) {
        try {
            elastic.call(client ->
                    client.create(op -> op.index(index).id(it.id()).document(it).refresh(Refresh.True)));
            return it;
        } catch (ElasticsearchException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            return find(it.id()).orElse(it);
        }
    }

    Optional<StoredRule> find(String id) {
        return Optional.ofNullable(elastic.call(
                        client -> client.get(it -> it.index(index).id(id), StoredRule.class))
                .source());
    }

    /**
     * @throws NoSuchRule if there is none, or none any more
     * @throws OutOfDate if it is another version, or becomes one meanwhile
     */
    StoredRule change(String id, long version, UnaryOperator<StoredRule> change) {
        var found = elastic.call(client -> client.get(it -> it.index(index).id(id), StoredRule.class));
        if (found.source() == null || found.source().deleted()) {
            throw new NoSuchRule();
        }
        if (found.source().version() != version) {
            throw new OutOfDate();
        }
        var next = change.apply(found.source());
        try {
            elastic.call(client -> client.index(op -> op.index(index)
                    .id(id)
                    .ifSeqNo(found.seqNo())
                    .ifPrimaryTerm(found.primaryTerm())
                    .document(next)
                    .refresh(Refresh.True)));
        } catch (ElasticsearchException e) {
            throw e.status() == CONFLICT ? new OutOfDate() : e;
        }
        return next;
    }

    /** Those that are not deleted, by id. */
    List<StoredRule> after(String id, int limit) {
        return list(
                Query.of(it -> it.bool(all -> all.filter(
                        term("deleted", false),
                        Query.of(query -> query.range(
                                range -> range.term(term -> term.field("id").gt(id))))))),
                limit);
    }

    long count() {
        return elastic.call(it -> it.count(which -> which.index(index).query(term("deleted", false))))
                .count();
    }

    /** Another text after every change. */
    String state() {
        return elastic
                .call(it -> it.search(
                        search -> search.index(index)
                                .sort(sort -> sort.field(FieldSort.of(
                                        field -> field.field("_seq_no").order(SortOrder.Desc))))
                                .source(source -> source.fetch(false))
                                .seqNoPrimaryTerm(true)
                                .size(1),
                        StoredRule.class))
                .hits()
                .hits()
                .stream()
                .map(it -> "%s %d %d".formatted(it.index(), it.seqNo(), it.primaryTerm()))
                .findFirst()
                .orElse("");
    }

    void forgetDeletedBefore(Instant time) {
        list(
                        Query.of(it -> it.bool(all -> all.filter(
                                term("deleted", true),
                                Query.of(query -> query.range(range -> range.date(
                                        date -> date.field("changedAt").lt(time.toString()))))))),
                        AT_ONCE)
                .forEach(it -> elastic.call(client ->
                        client.delete(op -> op.index(index).id(it.id()).refresh(Refresh.True))));
    }

    private List<StoredRule> list(Query which, int limit) {
        return elastic
                .call(client -> client.search(
                        it -> it.index(index)
                                .query(which)
                                .sort(sort ->
                                        sort.field(field -> field.field("id").order(SortOrder.Asc)))
                                .size(limit),
                        StoredRule.class))
                .hits()
                .hits()
                .stream()
                .map(Rules::content)
                .toList();
    }

    private static Query term(String field, boolean value) {
        return Query.of(it -> it.term(term -> term.field(field).value(value)));
    }

    private static StoredRule content(Hit<StoredRule> hit) {
        return Objects.requireNonNull(hit.source());
    }
}
