package com.ecom.product.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what of a product, and why.
 *
 * @param version that it made
 * @param actor the id of a member of staff; absent in what happened before that was kept
 * @param reason as they gave it; an import has its name
 * @param fields at most {@link Differences#MOST}
 */
public record HistoryEntry(
        long version,
        Instant at,
        Action action,
        @Nullable String actor,
        @Nullable String reason,
        List<FieldChange> fields) {

    /** So many are remembered of a product; the oldest go first. */
    public static final int REMEMBERED = 200;

    HistoryEntry by(String who, @Nullable String why) {
        return new HistoryEntry(version, at, action, who, why, fields);
    }

    public enum Action {
        ADDED,
        REVISED,
        ARCHIVED,
        RESTORED
    }

    /**
     * @param field such as {@code name}, {@code attributes.volume_ml} or {@code variants.MUG-01}
     * @param before shortened; absent if there was nothing
     * @param after shortened; absent if there is nothing any more
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
