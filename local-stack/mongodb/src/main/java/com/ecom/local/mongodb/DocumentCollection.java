package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the order of their ids, in memory; every change also goes to the file. What is handed out is a copy of the
 * outermost level, the only one that a later update changes in place, so that an answer can be sent while others write.
 */
final class DocumentCollection extends AbstractSynchronizedMongoCollection<Object> {

    /** What the pipeline under way asks for first; an empty one is for everything. */
    static final ScopedValue<Document> LEADING_MATCH = ScopedValue.newInstance();

    private final DocumentFile file;
    private final NavigableMap<Object, Document> documents = new TreeMap<>(ValueComparator.asc());
    private long lastNumber;

    DocumentCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, DocumentFile file) {
        super(database, name, options, cursors);
        this.file = file;
        file.read(getFullName(), documents::put);
        if (getIdField() == null && !documents.isEmpty()) {
            lastNumber = ((Number) documents.lastKey()).longValue();
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var candidates = candidates(Filter.of(query));
        if (candidates == null) {
            return matchDocuments(query, orderBy, skip, limit, batchSize, projection);
        }
        var isById = isById(orderBy);
        var ordered = isById ? candidates.sorted(orderOf(orderBy)) : candidates;
        return match(
                ordered.map(documents::get).filter(Objects::nonNull),
                query,
                isById ? null : orderBy,
                skip,
                limit,
                batchSize,
                projection);
    }

    /** What a pipeline reads; its first stage filters once more. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return handleQueryAsStream(LEADING_MATCH.orElse(new Document()));
    }

    /** Where else than among these no document can match; null where no index helps. */
    private @Nullable Stream<Object> candidates(Filter filter) {
        if (getIdField() != null) {
            var ids = filter.valuesOf(getIdField());
            if (ids != null) {
                return ids.stream();
            }
        }
        return getIndexes().stream()
                .filter(Lookup.class::isInstance)
                .map(it -> ((Lookup) it).candidates(filter))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** In the order of ids where that is asked for: then the first few are found without sorting all. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        if (isNaturalDescending(orderBy)) {
            return match(documents.descendingMap().values().stream(), query, null, skip, limit, batchSize, projection);
        }
        if (isById(orderBy)) {
            var range = Filter.of(query).rangeOf(getIdField()).within(documents);
            var ordered = isAscending(orderBy) ? range : range.descendingMap();
            return match(ordered.values().stream(), query, null, skip, limit, batchSize, projection);
        }
        return match(documents.values().stream(), query, orderBy, skip, limit, batchSize, projection);
    }

    /** Positions are ids then. */
    private boolean isById(@Nullable Document orderBy) {
        return getIdField() != null && orderBy != null && orderBy.keySet().equals(Set.of(getIdField()));
    }

    private boolean isAscending(@Nullable Document orderBy) {
        return orderBy != null && Values.normalized(orderBy.get(getIdField())).equals(1.0);
    }

    private Comparator<Object> orderOf(@Nullable Document orderBy) {
        return isAscending(orderBy)
                ? ValueComparator.asc()
                : ValueComparator.asc().reversed();
    }

    private QueryResult match(
            Stream<Document> candidates,
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var matching = candidates.filter(it -> documentMatchesQuery(it, query)).map(Document::clone);
        return matchDocumentsFromStream(matching, new Document(), orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Document getDocument(Object position) {
        return Objects.requireNonNull(documents.get(position)).clone();
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = getIdField() == null ? Long.valueOf(++lastNumber) : positionOf(document);
        keep(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        keep(position, after);
    }

    private void keep(Object position, Document document) {
        documents.put(position, document);
        file.put(getFullName(), position, document);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
        file.remove(getFullName(), position);
    }

    @Override
    protected @Nullable Object findDocumentPosition(Document document) {
        return getIdField() == null ? super.findDocumentPosition(document) : positionOf(document);
    }

    private Object positionOf(Document document) {
        return Values.normalized(document.get(getIdField()));
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return List.copyOf(documents.entrySet()).stream()
                .map(it -> new DocumentWithPosition<>(it.getValue(), it.getKey()));
    }

    @Override
    public synchronized int count() {
        return documents.size();
    }

    @Override
    public synchronized boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    public synchronized void drop() {
        super.drop();
        documents.keySet().forEach(it -> file.remove(getFullName(), it));
        documents.clear();
    }

    @Override
    public synchronized void renameTo(MongoDatabase newDatabase, String newName) {
        throw new UnsupportedOperationException("Collections keep their names here");
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        throw new IllegalStateException("Nobody asks for sizes");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
