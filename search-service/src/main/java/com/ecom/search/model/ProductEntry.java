package com.ecom.search.model;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is found. What the catalogue, the stock and the reviews say of it has a version each, so none of them
 * wipes out or turns back what another said. A product that left the catalogue stays as a tombstone.
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

    private static final int UNHEARD_OF = -1;

    /** A product of which the catalogue has not spoken yet. */
    public static ProductEntry unknown(String productId) {
        return new ProductEntry(
                productId,
                UNHEARD_OF,
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

    /** The catalogue's newest word; the stock of the SKUs that stay, and the rating, are not its business. */
    public ProductEntry with(ProductEntry fromCatalogue) {
        if (fromCatalogue.version <= version) {
            return this;
        }
        return fromCatalogue.rated(rating).stocked(fromCatalogue.stock).withStock(stock);
    }

    public ProductEntry deleted(long atVersion) {
        return atVersion <= version ? this : unknown(productId).at(atVersion).rated(rating);
    }

    /** Notes the stock of the SKUs that belong to this product, unless it knows better. */
    public ProductEntry withStock(Collection<SkuStock> news) {
        return stocked(stock.stream()
                .map(known -> news.stream()
                        .filter(it -> it.sku().equals(known.sku()) && it.version() > known.version())
                        .findFirst()
                        .orElse(known))
                .toList());
    }

    public ProductEntry with(Rating news) {
        return rating == null || news.version() > rating.version() ? rated(news) : this;
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
