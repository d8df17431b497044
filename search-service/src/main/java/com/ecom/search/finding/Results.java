package com.ecom.search.finding;

import com.ecom.core.money.Money;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param correctedQuery what was looked for instead, because no product has a word of what was asked
 * @param someWords true if no product has enough of the words, so that these have only some of them; otherwise absent
 * @param redirect a page of the shop that answers what was asked, by a rule of staff
 * @param asOf when this was so, if nothing can be searched now; prices and stock may have changed since
 */
record Results(
        List<Found> items,
        long total,
        Facets facets,
        @Nullable String nextCursor,
        @Nullable String correctedQuery,
        @Nullable Boolean someWords,
        @Nullable String redirect,
        @Nullable Instant asOf) {

    /** Whether what was found is not what was asked, but something similar. */
    boolean isOnlySimilar() {
        return correctedQuery != null || Boolean.TRUE.equals(someWords);
    }

    Results asOf(Instant time) {
        return new Results(items, total, facets, nextCursor, correctedQuery, someWords, redirect, time);
    }

    /**
     * @param price what its cheapest variant costs now
     * @param listPrice what that one costs otherwise; absent while it is not reduced
     * @param highlights by field, escaped for HTML, with {@code <em>} around the words that were found; only if asked for
     */
    record Found(
            String productId,
            String slug,
            String name,
            @Nullable String brand,
            @Nullable String category,
            Money price,
            @Nullable Money listPrice,
            @Nullable String imageUrl,
            boolean inStock,
            @Nullable Stars rating,
            List<String> skus,
            List<Sold> variants,
            @Nullable Map<String, String> highlights) {

        static Found of(ProductEntry found, @Nullable Map<String, String> highlights, Instant now) {
            var it = found.repriceAt() == null ? found : found.pricedAt(now);
            return new Found(
                    it.productId(),
                    Objects.requireNonNull(it.slug()),
                    Objects.requireNonNull(it.name()),
                    it.brand(),
                    it.category(),
                    Objects.requireNonNull(it.price()),
                    it.listPrice(),
                    it.imageUrl(),
                    it.inStock(),
                    it.rating() == null
                            ? null
                            : new Stars(it.rating().average(), it.rating().count()),
                    it.skus(),
                    it.variants().stream()
                            .map(variant -> new Sold(
                                    variant.sku(),
                                    variant.options(),
                                    variant.priced().at(now),
                                    variant.priced().listWhileReducedAt(now).orElse(null),
                                    it.levelOf(variant.sku()) != StockLevel.OUT_OF_STOCK))
                            .toList(),
                    highlights);
        }
    }

    record Sold(
            String sku,
            Map<String, String> options,
            Money price,
            @Nullable Money listPrice,
            boolean inStock) {}

    record Stars(double average, long count) {}
}
