package com.ecom.product.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products in every state, for those who run the catalogue. */
public interface ProductList {

    /** In that order, after that position; without their past prices. */
    List<Product> find(Wanted wanted, Sorting sorting, @Nullable Position after, int limit);

    /** The ids of the next ones, in the order of ids. */
    List<String> idsAfter(Wanted wanted, String id, int limit);

    long count(Wanted wanted);

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
            Instant at) {

        private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

        /**
         * @param q words, as somebody typed them
         * @param since a time that no product can have is taken for the nearest that one can
         */
        public static Wanted of(
                @Nullable ProductState state,
                @Nullable String brand,
                @Nullable String category,
                @Nullable String q,
                @Nullable Instant since,
                Instant at) {
            return new Wanted(
                    state, brand, category, q == null ? List.of() : ProductWords.asked(q), possible(since), at);
        }

        public boolean isEverything() {
            return state == null && brand == null && category == null && words.isEmpty() && updatedSince == null;
        }

        private static @Nullable Instant possible(@Nullable Instant since) {
            if (since == null) {
                return null;
            }
            var atLeast = since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
            return atLeast.isBefore(LATEST) ? atLeast : LATEST;
        }
    }

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
