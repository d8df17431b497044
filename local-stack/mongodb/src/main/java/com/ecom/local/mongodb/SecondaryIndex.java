package com.ecom.local.mongodb;

import static java.util.stream.Collectors.toSet;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds documents by the first key of an index that is not unique; a document with several values is under each. */
final class SecondaryIndex extends Index<Object> implements Lookup {

    private final String field;
    private final Function<Document, Object> position;
    private final NavigableMap<Object, NavigableSet<Object>> positions = new TreeMap<>(ValueComparator.asc());

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, Function<Document, Object> position) {
        super(name, keys, sparse);
        this.field = keys.getFirst().getKey();
        this.position = position;
    }

    @Override
    public synchronized @Nullable Stream<Object> candidates(Filter filter) {
        var values = filter.valuesOf(field);
        if (values != null) {
            return union(values.stream().map(it -> positions.getOrDefault(it, new TreeSet<>())));
        }
        var range = filter.rangeOf(field);
        return range.isBounded() ? union(range.within(positions).values().stream()) : null;
    }

    private static Stream<Object> union(Stream<NavigableSet<Object>> sets) {
        var all = new TreeSet<>(ValueComparator.asc());
        sets.forEach(all::addAll);
        return all.stream();
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        valuesOf(document)
                .forEach(it -> positions
                        .computeIfAbsent(it, _ -> new TreeSet<>(ValueComparator.asc()))
                        .add(position));
    }

    @Override
    public synchronized Object remove(Document document) {
        var gone = position.apply(document);
        for (var value : valuesOf(document)) {
            var there = positions.get(value);
            if (there != null && there.remove(gone) && there.isEmpty()) {
                positions.remove(value);
            }
        }
        return gone;
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!valuesOf(before).equals(valuesOf(after))) {
            remove(before);
            add(after, position, collection);
        }
    }

    private Set<Object> valuesOf(Document document) {
        var value = Utils.getSubdocumentValueCollectionAware(document, field);
        return flat(value)
                .filter(it -> !Missing.isNullOrMissing(it))
                .map(Values::normalized)
                .collect(toSet());
    }

    private static Stream<?> flat(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().flatMap(SecondaryIndex::flat)
                : Stream.ofNullable(value);
    }

    @Override
    public Object getPosition(Document document) {
        return position.apply(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    /** The collection asks for candidates instead. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException(getName());
    }

    @Override
    public synchronized long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
