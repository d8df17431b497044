package com.ecom.search.indexing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes that wait to be written together, several to one document in the order in which they came. */
class PendingChanges<T> {

    private final Function<String, T> unknown;
    private Map<String, UnaryOperator<@Nullable T>> changes = new LinkedHashMap<>();

    /** @param unknown what a document is changed from that does not exist */
    PendingChanges(Function<String, T> unknown) {
        this.unknown = unknown;
    }

    synchronized void add(String id, UnaryOperator<T> change) {
        changes.merge(
                id, before -> change.apply(before == null ? unknown.apply(id) : before), (earlier, _) -> before -> {
                    var between = earlier.apply(before);
                    return change.apply(between == null ? unknown.apply(id) : between);
                });
    }

    /** If they cannot be written their messages will be delivered again. */
    synchronized Map<String, UnaryOperator<@Nullable T>> take() {
        var taken = changes;
        changes = new LinkedHashMap<>();
        return taken;
    }
}
