package com.ecom.product.model;

import com.ecom.product.model.Product.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All products. A change is kept together with its events, or not at all. */
public interface Products {

    Optional<Product> find(String id);

    List<Product> find(Collection<String> ids);

    /** The product whose name in addresses this is, archived or not; otherwise the one whose it was last. */
    Optional<Product> findBySlug(String slug);

    /** @throws ProductRefusal.Taken if one of its SKUs or its slug belongs to another product */
    void add(Change change);

    /**
     * @throws ProductRefusal.OutOfDate if the product was changed concurrently
     * @throws ProductRefusal.Taken if one of its SKUs or its slug belongs to another product
     * @throws ProductRefusal.EventsBacklogged if a hundred events of the product wait to be published
     */
    void replace(Change change);

    /**
     * Adds and replaces what it can; a product that changed concurrently, whose SKU or slug is taken, or whose events
     * are backlogged, stays as it is.
     *
     * @return whether that was everything
     */
    boolean saveWhatIsPossible(List<Change> changes);

    /** Notes the rating unless a newer one is known. */
    void rate(String id, Rating rating);

    /** Products that shoppers see then, in the order of their ids. */
    List<Product> published(ProductFilter filter, Instant now, @Nullable String after, int limit);

    /** Categories of what shoppers see then, the largest first. */
    List<Category> categories(Instant now);

    /** Null means any. */
    record ProductFilter(
            @Nullable String category, @Nullable String brand) {}

    record Category(String category, long count) {}
}
