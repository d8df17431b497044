package com.ecom.product.persistence;

import com.ecom.product.model.Content;
import com.ecom.product.model.FormerSlug;
import com.ecom.product.model.HistoryEntry;
import com.ecom.product.model.Media;
import com.ecom.product.model.PriceHistory;
import com.ecom.product.model.PriceHistory.Offered;
import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.ProductWords;
import com.ecom.product.model.Rating;
import com.ecom.product.model.Variant;
import com.ecom.product.model.Window;
import com.ecom.product.model.types.AssignedType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A product as MongoDB keeps it.
 *
 * @param published when shoppers see it; absent in products of earlier times, which had no time
 * @param editedByStaff absent in products of earlier times, when imports neither archived nor took off sale
 * @param prices what everybody could buy it at; absent in products of earlier times, and where nobody asked for it
 * @param priceEdgeAt when its state or its price changes by the time alone, of which nobody has been told
 * @param formerSlugs what it was called in addresses before; absent in products of earlier times
 * @param nameKey where it stands in a list by name
 * @param words by which staff find it
 * @param changes who did what to it, the oldest first
 * @param skuKeys its SKUs in lower case: two that differ in nothing else would be taken for each other by people
 */
@Document(ProductDocument.COLLECTION)
record ProductDocument(
        String id,
        long version,
        String slug,
        String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        @Nullable AssignedType productType,
        boolean active,
        @Nullable Window published,
        boolean archived,
        @Nullable Boolean editedByStaff,
        List<String> imageUrls,
        @Nullable List<Media> media,
        Map<String, Object> attributes,
        List<Variant> variants,
        List<String> skuKeys,
        @Nullable Rating rating,
        Instant createdAt,
        Instant updatedAt,
        @Nullable List<Offered> prices,
        @Nullable Instant priceEdgeAt,
        @Nullable List<FormerSlug> formerSlugs,
        @Nullable String nameKey,
        @Nullable List<String> words,
        @Nullable List<HistoryEntry> changes,
        List<PendingEvent> pendingEvents) {

    static final String COLLECTION = "products";

    static ProductDocument of(Change change, List<PendingEvent> events) {
        var product = change.product();
        var content = product.content();
        return new ProductDocument(
                product.id(),
                product.version(),
                content.slug(),
                content.name(),
                content.description(),
                content.brand(),
                content.category(),
                content.type(),
                content.active(),
                content.published(),
                product.archived(),
                product.editedByStaff(),
                content.imageUrls(),
                content.media(),
                content.attributes(),
                content.variants(),
                skuKeys(content),
                product.rating(),
                product.createdAt(),
                product.updatedAt(),
                product.prices().offers(),
                product.nextEdgeAfter(product.updatedAt()).orElse(null),
                product.formerSlugs(),
                ProductWords.key(content.name()),
                ProductWords.of(content.name(), content.brand()),
                List.of(change.entry()),
                events);
    }

    static List<String> skuKeys(Content content) {
        return content.skus().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    Product toProduct() {
        var pictures = media == null ? List.<Media>of() : media;
        var content = new Content(
                slug,
                name,
                description,
                brand,
                category,
                productType,
                active,
                published == null ? Window.ALWAYS : published,
                imageUrls,
                pictures,
                attributes,
                variants);
        return new Product(
                id,
                version,
                content,
                archived,
                editedByStaff == null ? archived || !active : editedByStaff,
                rating,
                createdAt,
                updatedAt,
                history(content),
                formerSlugs == null ? List.of() : formerSlugs);
    }

    /** Of before anybody kept one it is only known how long this version has been sold. */
    private PriceHistory history(Content content) {
        if (prices != null) {
            return new PriceHistory(prices);
        }
        return archived ? PriceHistory.NONE : PriceHistory.since(updatedAt, content);
    }
}
