package com.ecom.product.model;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.money.Money;
import com.ecom.product.model.HistoryEntry.Action;
import com.ecom.product.model.HistoryEntry.FieldChange;
import com.ecom.product.model.ProductEvent.PriceChanged;
import com.ecom.product.model.ProductEvent.ProductDeleted;
import com.ecom.product.model.ProductEvent.ProductUpserted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product from its first mention to its archiving. Every change makes a new version and says so; a change that
 * changes nothing does neither. Revising an archived product restores it.
 *
 * @param editedByStaff whether its last version was made by people, which an import respects
 * @param prices what everybody could buy it at until now
 * @param formerSlugs what it was called in addresses before, the latest last
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
        PriceHistory prices,
        List<FormerSlug> formerSlugs) {

    public static Change create(String id, Content content, Instant now) {
        var prices = PriceHistory.since(now, content);
        var product = new Product(id, 1, content, false, false, null, now, now, prices, List.of());
        return new Change(product, List.of(product.upserted(now)), product.told(Action.ADDED, List.of()));
    }

    public Change revise(Content next, Instant now) {
        if (next.equals(content) && !archived) {
            return unchanged();
        }
        var slugs = FormerSlug.after(formerSlugs, content.slug(), next.slug(), now);
        var revised =
                new Product(id, version + 1, next, false, false, rating, createdAt, now, prices.next(next, now), slugs);
        var events = new ArrayList<ProductEvent>();
        events.add(revised.upserted(now));
        events.addAll(revised.priceChangesSince(content));
        var action = archived ? Action.RESTORED : Action.REVISED;
        return new Change(revised, events, revised.told(action, Differences.between(content, next)));
    }

    public Change archive(Instant now) {
        if (archived) {
            return unchanged();
        }
        var ended = prices.next(List.of(), now);
        var gone = new Product(id, version + 1, content, true, false, rating, createdAt, now, ended, formerSlugs);
        return new Change(gone, List.of(gone.currentAt(now)), gone.told(Action.ARCHIVED, List.of()));
    }

    Change unchanged() {
        return new Change(this, List.of(), told(Action.REVISED, List.of()));
    }

    private HistoryEntry told(Action action, List<FieldChange> fields) {
        return new HistoryEntry(version, updatedAt, action, null, null, fields);
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
                content.type(),
                isPublishedAt(time),
                content.active() && !content.published().equals(Window.ALWAYS) ? content.published() : null,
                content.pictures(),
                content.media(),
                content.attributes(),
                content.variants(),
                updatedAt);
    }

    /** When it had that slug last; never if it has it still, or never had it. */
    public Instant leftAt(String slug) {
        return formerSlugs.stream()
                .filter(it -> it.slug().equals(slug))
                .map(FormerSlug::until)
                .findFirst()
                .orElse(Instant.MIN);
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

    /**
     * The changed product and the events to publish, in this order.
     *
     * @param entry for the record
     */
    public record Change(Product product, List<ProductEvent> events, HistoryEntry entry) {

        /** The same change, made by people. */
        public Change byStaff(UUID actor, @Nullable String reason) {
            var by = new Product(
                    product.id,
                    product.version,
                    product.content,
                    product.archived,
                    true,
                    product.rating,
                    product.createdAt,
                    product.updatedAt,
                    product.prices,
                    product.formerSlugs);
            return new Change(by, events, entry.by(actor.toString(), reason));
        }

        /** The same change, made by an import that somebody started. */
        public Change byImport(UUID actor, String name) {
            return new Change(product, events, entry.by(actor.toString(), name));
        }

        public boolean changesNothing() {
            return events.isEmpty();
        }
    }
}
