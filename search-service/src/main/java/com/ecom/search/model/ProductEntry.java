package com.ecom.search.model;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is found. Catalogue, stock and reviews each have a version of their own, so none overwrites or
 * reverts another. A product that left the catalogue stays as a tombstone.
 */
public record ProductEntry(
        String productId,
        long version,
        boolean active,
        @Nullable String slug,
        @Nullable String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String details,
        List<String> codes,
        @Nullable Money price,
        @Nullable String imageUrl,
        List<SkuStock> stock,
        boolean inStock,
        @Nullable Rating rating,
        @Nullable Instant updatedAt) {

    private static final int NO_VERSION = -1;

    /** A product that the catalogue has not published yet. */
    public static ProductEntry unknown(String productId) {
        return new ProductEntry(
                productId,
                NO_VERSION,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                null,
                null);
    }

    /** The catalogue's newest version; stock of the remaining SKUs and the rating stay. */
    public ProductEntry with(ProductEntry fromCatalogue) {
        if (fromCatalogue.version <= version) {
            return this;
        }
        return fromCatalogue.rated(rating).stocked(fromCatalogue.stock).withStock(stock);
    }

    public ProductEntry deleted(long atVersion) {
        return atVersion <= version ? this : unknown(productId).at(atVersion).rated(rating);
    }

    /** Takes over newer stock levels of this product's SKUs. */
    public ProductEntry withStock(Collection<SkuStock> levels) {
        return stocked(stock.stream()
                .map(known -> levels.stream()
                        .filter(it -> it.sku().equals(known.sku()) && it.version() > known.version())
                        .findFirst()
                        .orElse(known))
                .toList());
    }

    public ProductEntry with(Rating newer) {
        return rating == null || newer.version() > rating.version() ? rated(newer) : this;
    }

    public List<String> skus() {
        return stock.stream().map(SkuStock::sku).toList();
    }

    private ProductEntry at(long newVersion) {
        return new ProductEntry(
                productId,
                newVersion,
                active,
                slug,
                name,
                description,
                brand,
                category,
                details,
                codes,
                price,
                imageUrl,
                stock,
                inStock,
                rating,
                updatedAt);
    }

    private ProductEntry rated(@Nullable Rating newRating) {
        return new ProductEntry(
                productId,
                version,
                active,
                slug,
                name,
                description,
                brand,
                category,
                details,
                codes,
                price,
                imageUrl,
                stock,
                inStock,
                newRating,
                updatedAt);
    }

    private ProductEntry stocked(List<SkuStock> newStock) {
        var available = newStock.stream().anyMatch(it -> it.level() != StockLevel.OUT_OF_STOCK);
        return new ProductEntry(
                productId,
                version,
                active,
                slug,
                name,
                description,
                brand,
                category,
                details,
                codes,
                price,
                imageUrl,
                newStock,
                available,
                rating,
                updatedAt);
    }
}
