package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes documents with optimistic concurrency: reads them, merges, writes each only if it is unchanged since, and
 * repeats otherwise. A merge that changes nothing writes nothing.
 */
@Component
@RequiredArgsConstructor
public class MergeDocuments {

    private static final int ATTEMPTS = 10;
    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elastic;

    /**
     * @param changes by the document's id; they get null where there is no document
     * @return the documents as they are now
     */
    public <T> Map<String, T> merge(String index, Class<T> type, Map<String, UnaryOperator<@Nullable T>> changes) {
        var merged = new LinkedHashMap<String, T>();
        var left = new LinkedHashMap<>(changes);
        for (int i = 0; i < ATTEMPTS && !left.isEmpty(); i++) {
            var writes = new ArrayList<BulkOperation>();
            for (var found : read(index, type, left.keySet())) {
                var before = found.found() ? found.source() : null;
                var after = Objects.requireNonNull(left.get(found.id())).apply(before);
                if (after != null) {
                    merged.put(found.id(), after);
                }
                if (after == null || after.equals(before)) {
                    left.remove(found.id());
                } else {
                    writes.add(write(found, after));
                }
            }
            written(index, writes).forEach(left::remove);
        }
        if (!left.isEmpty()) {
            throw ElasticsearchCalls.outage("Others keep changing " + left.keySet());
        }
        return merged;
    }

    private <T> List<GetResult<T>> read(String index, Class<T> type, Iterable<String> ids) {
        var wanted = new ArrayList<String>();
        ids.forEach(wanted::add);
        return elastic.call(it -> it.mget(question -> question.index(index).ids(wanted), type)).docs().stream()
                .map(it -> {
                    if (it.isFailure()) {
                        throw ElasticsearchCalls.outage("Cannot read " + it.failure());
                    }
                    return it.result();
                })
                .toList();
    }

    private static <T> BulkOperation write(GetResult<T> found, T after) {
        return found.found()
                ? BulkOperation.of(it -> it.index(op -> op.id(found.id())
                        .ifSeqNo(found.seqNo())
                        .ifPrimaryTerm(found.primaryTerm())
                        .document(after)))
                : BulkOperation.of(it -> it.create(op -> op.id(found.id()).document(after)));
    }

    private List<String> written(String index, List<BulkOperation> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        var answer = elastic.call(it -> it.bulk(bulk -> bulk.index(index).operations(writes)));
        refuse(answer);
        return answer.items().stream()
                .filter(it -> it.error() == null)
                .map(BulkResponseItem::id)
                .toList();
    }

    private static void refuse(BulkResponse answer) {
        var failures = answer.items().stream()
                .filter(it -> it.error() != null && it.status() != CONFLICT)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        var reasons = failures.stream()
                .map(it -> "%s: %s"
                        .formatted(it.id(), Objects.requireNonNull(it.error()).reason()))
                .collect(Collectors.joining("; "));
        if (failures.stream()
                .allMatch(it -> ElasticsearchCalls.isPassing(it.status(), Objects.requireNonNull(it.error())))) {
            throw ElasticsearchCalls.outage(reasons);
        }
        throw new IllegalStateException(reasons);
    }
}
