package com.ecom.search.model;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is found. Catalogue, stock and reviews each have a version of their own, so none overwrites or
 * reverts another. A product that left the catalogue stays as a tombstone.
 *
 * @param active whether shoppers saw it when it was priced last
 * @param publication when they do; absent if no time is set
 * @param facetValues as {@link FacetValue} writes them
 * @param price of the cheapest variant, when it was priced last
 * @param listPrice what that one costs otherwise; absent if it was not reduced then
 * @param repriceAt when a sale of a variant, or its publication, begins or ends next
 */
public record ProductEntry(
        String productId,
        long version,
        boolean active,
        @Nullable Publication publication,
        @Nullable String slug,
        @Nullable String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String kind,
        @Nullable String head,
        @Nullable String details,
        List<String> codes,
        List<String> identifiers,
        List<String> facetValues,
        @Nullable Money price,
        @Nullable Money listPrice,
        @Nullable Instant repriceAt,
        @Nullable String imageUrl,
        List<SoldVariant> variants,
        List<SkuStock> stock,
        boolean inStock,
        @Nullable Rating rating,
        @Nullable Instant updatedAt) {

    private static final int NO_VERSION = -1;

    /** Documents from before there were these parts have none of them. */
    public ProductEntry {
        codes = codes == null ? List.of() : List.copyOf(codes);
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        facetValues = facetValues == null ? List.of() : List.copyOf(facetValues);
        variants = variants == null ? List.of() : List.copyOf(variants);
        stock = stock == null ? List.of() : List.copyOf(stock);
    }

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
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                false,
                null,
                null);
    }

    /**
     * The catalogue's newest version; stock of the remaining SKUs and the rating stay. The same version counts again, for
     * an older release of search may have kept less of it.
     */
    public ProductEntry with(ProductEntry fromCatalogue) {
        return fromCatalogue.version < version
                ? this
                : fromCatalogue.rated(rating).stocked(fromCatalogue.stock).withStock(stock);
    }

    public ProductEntry deleted(long atVersion) {
        var gone = unknown(productId);
        return atVersion <= version ? this : gone.copy(atVersion, gone.priced(), List.of(), rating);
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

    public StockLevel levelOf(String sku) {
        return stock.stream()
                .filter(it -> it.sku().equals(sku))
                .map(SkuStock::level)
                .findFirst()
                .orElse(StockLevel.OUT_OF_STOCK);
    }

    /** As shoppers see it then, at what its variants cost; one without variants, as older versions kept it, stays as it is. */
    public ProductEntry pricedAt(Instant time) {
        if (variants.isEmpty()) {
            return this;
        }
        var cheapest = variants.stream()
                .map(SoldVariant::priced)
                .min(Comparator.comparingLong(it -> it.at(time).amount()))
                .orElseThrow();
        var edges = variants.stream().flatMap(it -> it.priced().nextEdgeAfter(time).stream());
        var opensOrCloses = Stream.ofNullable(publication).flatMap(it -> it.nextEdgeAfter(time).stream());
        var now = new Priced(
                publication == null ? active : publication.isOpenAt(time),
                cheapest.at(time),
                cheapest.listWhileReducedAt(time).orElse(null),
                Stream.concat(edges, opensOrCloses)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        return copy(version, now, stock, rating);
    }

    private ProductEntry rated(@Nullable Rating newRating) {
        return copy(version, priced(), stock, newRating);
    }

    private ProductEntry stocked(List<SkuStock> newStock) {
        return copy(version, priced(), newStock, rating);
    }

    private Priced priced() {
        return new Priced(active, price, listPrice, repriceAt);
    }

    private ProductEntry copy(long newVersion, Priced priced, List<SkuStock> newStock, @Nullable Rating newRating) {
        return new ProductEntry(
                productId,
                newVersion,
                priced.active,
                publication,
                slug,
                name,
                description,
                brand,
                category,
                kind,
                head,
                details,
                codes,
                identifiers,
                facetValues,
                priced.price,
                priced.listPrice,
                priced.until,
                imageUrl,
                variants,
                newStock,
                newStock.stream().anyMatch(it -> it.level() != StockLevel.OUT_OF_STOCK),
                newRating,
                updatedAt);
    }

    /** @param until when something of this changes */
    private record Priced(
            boolean active,
            @Nullable Money price,
            @Nullable Money listPrice,
            @Nullable Instant until) {}
}
