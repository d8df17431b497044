package com.ecom.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndicesBlockOptions;
import com.ecom.search.elastic.Rebuild.Progress;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts another index in the place of one, while both are searched and written: copies the documents, then what changed
 * meanwhile, until little is left; stops the writers for that little, and moves the alias. What a writer could not write then
 * comes again with its message. Whoever does it a second time, or beside somebody else, comes to the same result: the newest
 * state of each document wins.
 */
@Component
@RequiredArgsConstructor
@Slf4j
public class RebuildIndex {

    private static final int AT_ONCE = 1_000;
    private static final int LITTLE = 100;
    /** Changes are numbered before they can be seen, so one of a lower number may show up after one of a higher. */
    private static final int TAIL = 1_000;

    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elastic;

    /** @param change what becomes of a document on the way, before what the other index does not know is left out */
    public void replace(Rebuild it, UnaryOperator<ObjectNode> change, Progress progress) {
        log.info("{} is rebuilt from {}", it.next(), it.old());
        var layout = layoutOf(it.next());
        UnaryOperator<ObjectNode> fitting = document -> KnownFields.only(layout, change.apply(document));
        var position = it.position();
        var copied = new Copied(0, position);
        do {
            copied = copyAfter(position, it, fitting, progress);
            position = copied.position;
        } while (copied.documents > LITTLE);
        elastic.call(client ->
                client.indices().addBlock(block -> block.index(it.old()).block(IndicesBlockOptions.Write)));
        copyAfter(position, it, fitting, progress);
        refresh(it.next());
        progress.takesOver(lastNumberOf(it.next()));
        elastic.call(client -> client.indices()
                .updateAliases(swap -> swap.actions(out -> out.remove(
                                which -> which.index(it.old()).alias(it.alias()).mustExist(it.isAlone())))
                        .actions(in -> in.add(which -> which.index(it.next()).alias(it.alias())))));
        log.info("{} is {} now; {} stays as it was", it.alias(), it.next(), it.old());
    }

    /** Ends where the end was; what came meanwhile is for the next time. Those of the tail are copied again, uncounted. */
    private Copied copyAfter(long position, Rebuild it, UnaryOperator<ObjectNode> change, Progress progress) {
        refresh(it.old());
        var documents = 0L;
        var reached = Math.max(it.since(), position - TAIL);
        List<Hit<ObjectNode>> page;
        do {
            page = page(it.old(), reached);
            if (!page.isEmpty()) {
                write(it, page, change);
                var fresh = (int)
                        page.stream().filter(hit -> numberOf(hit) > position).count();
                documents += fresh;
                reached = numberOf(page.getLast());
                progress.reached(Math.max(position, reached), fresh);
            }
        } while (page.size() == AT_ONCE);
        return new Copied(documents, Math.max(position, reached));
    }

    private long lastNumberOf(String index) {
        return elastic
                .call(it -> it.search(
                        search -> search.index(index)
                                .sort(sort -> sort.field(FieldSort.of(
                                        field -> field.field("_seq_no").order(SortOrder.Desc))))
                                .source(source -> source.fetch(false))
                                .seqNoPrimaryTerm(true)
                                .size(1),
                        ObjectNode.class))
                .hits()
                .hits()
                .stream()
                .mapToLong(RebuildIndex::numberOf)
                .findFirst()
                .orElse(-1);
    }

    private static long numberOf(Hit<ObjectNode> hit) {
        return Objects.requireNonNull(hit.seqNo());
    }

    /** Every change of a document gives it a new, higher number. */
    private List<Hit<ObjectNode>> page(String index, long position) {
        return elastic.call(it -> it.search(
                        search -> search.index(index)
                                .query(query -> query.range(range -> range.number(
                                        number -> number.field("_seq_no").gt((double) position))))
                                .sort(sort -> sort.field(FieldSort.of(
                                        field -> field.field("_seq_no").order(SortOrder.Asc))))
                                .seqNoPrimaryTerm(true)
                                .size(AT_ONCE),
                        ObjectNode.class))
                .hits()
                .hits();
    }

    private void write(Rebuild rebuild, List<Hit<ObjectNode>> page, UnaryOperator<ObjectNode> change) {
        var writes = page.stream()
                .map(hit -> BulkOperation.of(it -> it.index(op -> op.id(hit.id())
                        .versionType(VersionType.ExternalGte)
                        .version(rebuild.versionOf(numberOf(hit)))
                        .document(change.apply(Objects.requireNonNull(hit.source()))))))
                .toList();
        var answer =
                elastic.call(it -> it.bulk(bulk -> bulk.index(rebuild.next()).operations(writes)));
        answer.items().stream()
                .filter(it -> it.error() != null && it.status() != CONFLICT)
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalStateException("%s cannot be written to %s: %s"
                            .formatted(
                                    it.id(),
                                    rebuild.next(),
                                    Objects.requireNonNull(it.error()).reason()));
                });
    }

    private TypeMapping layoutOf(String index) {
        return Objects.requireNonNull(elastic.call(it -> it.indices().getMapping(which -> which.index(index)))
                        .mappings()
                        .get(index))
                .mappings();
    }

    private void refresh(String index) {
        elastic.call(it -> it.indices().refresh(which -> which.index(index)));
    }

    private record Copied(long documents, long position) {}
}
