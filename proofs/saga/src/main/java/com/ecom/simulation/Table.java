package com.ecom.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rows by key. Where the rules do not protect them, a transaction now and then works on what another has just replaced. */
final class Table<K, V> {

    private final Map<K, V> rows = new HashMap<>();
    private final Map<K, V> replaced = new HashMap<>();
    private final Chance chance;
    private final boolean isProtected;

    Table(Chance chance, boolean isProtected) {
        this.chance = chance;
        this.isProtected = isProtected;
    }

    Optional<V> read(K key) {
        var stale = replaced.get(key);
        return stale != null && !isProtected && chance.misfortune(0.1)
                ? Optional.of(stale)
                : Optional.ofNullable(rows.get(key));
    }

    void write(K key, V row) {
        var before = rows.put(key, row);
        if (before != null) {
            replaced.put(key, before);
        }
    }

    Map<K, V> all() {
        return rows;
    }
}
