package com.ecom.product.model;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.money.Money;
import com.ecom.product.model.ProductEvent.PriceChanged;
import com.ecom.product.model.ProductEvent.ProductDeleted;
import com.ecom.product.model.ProductEvent.ProductUpserted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product from its first mention to its archiving. Every change makes a new version and says so; a change that
 * changes nothing does neither. Revising an archived product restores it.
 *
 * @param editedByStaff whether its last version was made by people, which an import respects
 * @param prices what everybody could buy it at until now
 */
public record Product(
        String id,
        long version,
        Content content,
        boolean archived,
        boolean editedByStaff,
        @Nullable Rating rating,
        Instant createdAt,
        Instant updatedAt,
        PriceHistory prices) {

    public static Change create(String id, Content content, Instant now) {
        var product = new Product(id, 1, content, false, false, null, now, now, PriceHistory.since(now, content));
        return new Change(product, List.of(product.upserted(now)));
    }

    public Change revise(Content next, Instant now) {
        if (next.equals(content) && !archived) {
            return new Change(this, List.of());
        }
        var revised = new Product(id, version + 1, next, false, false, rating, createdAt, now, prices.next(next, now));
        var events = new ArrayList<ProductEvent>();
        events.add(revised.upserted(now));
        events.addAll(revised.priceChangesSince(content));
        return new Change(revised, events);
    }

    public Change archive(Instant now) {
        if (archived) {
            return new Change(this, List.of());
        }
        var gone =
                new Product(id, version + 1, content, true, false, rating, createdAt, now, prices.next(List.of(), now));
        return new Change(gone, List.of(gone.currentAt(now)));
    }

    /** What the shop must know of the product as it is then. */
    public ProductEvent currentAt(Instant time) {
        return archived ? new ProductDeleted(id, version, content.skus()) : upserted(time);
    }

    public ProductState stateAt(Instant time) {
        return archived ? ProductState.ARCHIVED : content.stateAt(time);
    }

    /** Whether shoppers see it then, and can buy it. */
    public boolean isPublishedAt(Instant time) {
        return stateAt(time) == ProductState.PUBLISHED;
    }

    private ProductUpserted upserted(Instant time) {
        return new ProductUpserted(
                id,
                version,
                content.slug(),
                content.name(),
                content.description(),
                content.brand(),
                content.category(),
                isPublishedAt(time),
                content.active() && !content.published().equals(Window.ALWAYS) ? content.published() : null,
                content.pictures(),
                content.media(),
                content.attributes(),
                content.variants(),
                updatedAt);
    }

    /** When its state or its price changes next by the time alone. */
    public Optional<Instant> nextEdgeAfter(Instant time) {
        return archived ? Optional.empty() : content.nextEdgeAfter(time);
    }

    /**
     * What only the time has changed from an instant to another: whether shoppers see it, or what it costs those who do. What
     * the product is stays, and with it the version.
     */
    public List<ProductEvent> changesBetween(Instant before, Instant after) {
        if (isPublishedAt(before) != isPublishedAt(after)) {
            return List.of(upserted(after));
        }
        return isPublishedAt(after) ? List.copyOf(priceChangesBetween(before, after)) : List.of();
    }

    private List<PriceChanged> priceChangesBetween(Instant before, Instant after) {
        return content.variants().stream()
                .map(it -> changed(it.sku(), it.priced().at(before), it.priced().at(after)))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<PriceChanged> priceChangesSince(Content before) {
        var oldPrices = before.variants().stream().collect(toMap(Variant::sku, Variant::priced));
        return content.variants().stream()
                .flatMap(it -> Stream.ofNullable(oldPrices.get(it.sku()))
                        .map(old ->
                                changed(it.sku(), old.at(updatedAt), it.priced().at(updatedAt))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PriceChanged> changed(String sku, Money before, Money after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new PriceChanged(id, version, sku, before, after));
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
                    product.updatedAt,
                    product.prices);
            return new Change(by, events);
        }

        public boolean changesNothing() {
            return events.isEmpty();
        }
    }
}
