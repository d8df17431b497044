package com.ecom.product.model;

import static java.util.stream.Collectors.toMap;

import com.ecom.product.model.ProductEvent.PriceChanged;
import com.ecom.product.model.ProductEvent.ProductDeleted;
import com.ecom.product.model.ProductEvent.ProductUpserted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product from its first mention to its archiving. Every change makes a new version and says so; a change that
 * changes nothing does neither. Revising an archived product restores it.
 *
 * @param editedByStaff whether its last version was made by people, which an import respects
 */
public record Product(
        String id,
        long version,
        Content content,
        boolean archived,
        boolean editedByStaff,
        @Nullable Rating rating,
        Instant createdAt,
        Instant updatedAt) {

    public static Change create(String id, Content content, Instant now) {
        var product = new Product(id, 1, content, false, false, null, now, now);
        return new Change(product, List.of(product.upserted()));
    }

    public Change revise(Content next, Instant now) {
        if (next.equals(content) && !archived) {
            return new Change(this, List.of());
        }
        var revised = new Product(id, version + 1, next, false, false, rating, createdAt, now);
        var events = new ArrayList<ProductEvent>();
        events.add(revised.upserted());
        events.addAll(revised.priceChangesSince(content));
        return new Change(revised, events);
    }

    public Change archive(Instant now) {
        if (archived) {
            return new Change(this, List.of());
        }
        var gone = new Product(id, version + 1, content, true, false, rating, createdAt, now);
        return new Change(gone, List.of(gone.current()));
    }

    /** What the shop must know of the product as it is. */
    public ProductEvent current() {
        return archived ? new ProductDeleted(id, version, content.skus()) : upserted();
    }

    /** Whether people, and not an import, decided how it is now. Only they archive, or take off sale. */
    public boolean isDecidedByStaff() {
        return editedByStaff || archived || !content.active();
    }

    public boolean isForSale() {
        return content.active() && !archived;
    }

    private ProductUpserted upserted() {
        return new ProductUpserted(
                id,
                version,
                content.slug(),
                content.name(),
                content.description(),
                content.brand(),
                content.category(),
                content.active(),
                content.pictures(),
                content.media(),
                content.attributes(),
                content.variants(),
                updatedAt);
    }

    private List<PriceChanged> priceChangesSince(Content before) {
        var oldPrices = before.variants().stream().collect(toMap(Variant::sku, Variant::price));
        var changes = new ArrayList<PriceChanged>();
        for (var variant : content.variants()) {
            var oldPrice = oldPrices.get(variant.sku());
            if (oldPrice != null && !oldPrice.equals(variant.price())) {
                changes.add(new PriceChanged(id, version, variant.sku(), oldPrice, variant.price()));
            }
        }
        return changes;
    }

    /** The changed product and the events to publish, in this order. */
    public record Change(Product product, List<ProductEvent> events) {

        /** The same change, made by people. */
        public Change byStaff() {
            var by = new Product(
                    product.id,
                    product.version,
                    product.content,
                    product.archived,
                    true,
                    product.rating,
                    product.createdAt,
                    product.updatedAt);
            return new Change(by, events);
        }

        public boolean changesNothing() {
            return events.isEmpty();
        }
    }
}
