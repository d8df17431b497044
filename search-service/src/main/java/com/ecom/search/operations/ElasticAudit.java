package com.ecom.search.operations;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.core.operating.Audit;
import com.ecom.core.operating.Intervention;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ElasticAudit implements Audit {

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final Clock clock;

    @Override
    public void note(Intervention it) {
        var entry = new AuditEntry(
                UuidCreator.getTimeOrderedEpoch().toString(),
                clock.instant(),
                it.actor().toString(),
                it.action(),
                it.target(),
                it.reason(),
                it.affected());
        elastic.call(client -> client.create(
                op -> op.index(settings.audit()).id(entry.id()).document(entry).refresh(Refresh.True)));
    }

    @Override
    public List<AuditEntry> before(@Nullable String id, int limit) {
        var older = id == null
                ? Query.of(it -> it.matchAll(all -> all))
                : Query.of(it ->
                        it.range(range -> range.term(term -> term.field("id").lt(id))));
        return elastic
                .call(client -> client.search(
                        it -> it.index(settings.audit())
                                .query(older)
                                .sort(sort ->
                                        sort.field(field -> field.field("id").order(SortOrder.Desc)))
                                .size(limit),
                        AuditEntry.class))
                .hits()
                .hits()
                .stream()
                .map(it -> Objects.requireNonNull(it.source()))
                .toList();
    }
}
