package com.ecom.product.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products in every state, for those who run the catalogue. */
public interface ProductList {

    /** In that order, after that position; without their past prices. */
    List<Product> find(Wanted wanted, Sorting sorting, @Nullable Position after, int limit);

    /** How many there are of each state, whatever state is wanted. */
    Map<ProductState, Long> counts(Wanted wanted);

    /**
     * Null means any.
     *
     * @param words each begins a word of the name or of the brand, or a SKU
     * @param at when they are in that state
     */
    record Wanted(
            @Nullable ProductState state,
            @Nullable String brand,
            @Nullable String category,
            List<String> words,
            @Nullable Instant updatedSince,
            Instant at) {}

    enum SortKey {
        UPDATED_AT,
        CREATED_AT,
        NAME
    }

    /** Those that are alike in it come in the order of their ids, descending as well. */
    record Sorting(SortKey key, boolean descending) {}

    /** @param key an Instant, or the key of a name */
    record Position(Object key, String id) {}
}
