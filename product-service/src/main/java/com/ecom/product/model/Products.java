package com.ecom.product.model;

import com.ecom.product.model.Product.Change;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All products. A change is kept together with its events, or not at all. */
public interface Products {

    Optional<Product> find(String id);

    List<Product> find(Collection<String> ids);

    /** @throws ProductRefusal.Taken if one of its SKUs or its slug belongs to another product */
    void add(Change change);

    /**
     * @throws ProductRefusal.OutOfDate if somebody else changed the product first
     * @throws ProductRefusal.Taken if one of its SKUs or its slug belongs to another product
     * @throws ProductRefusal.TooMuchUntold if a hundred events of the product wait to be told
     */
    void replace(Change change);

    /**
     * Adds and replaces what it can; what somebody else was faster with, or owns, stays as it is, and so does a
     * product of which too much is yet to be told.
     *
     * @return whether that was everything
     */
    boolean keepWhatIsPossible(List<Change> changes);

    /** Notes the rating unless a newer one is known. */
    void rate(String id, Rating rating);

    /** Products for sale, in the order of their ids. */
    List<Product> forSale(Wish wish, @Nullable String after, int limit);

    /** Categories with something for sale, the largest first. */
    List<Category> categories();

    /** Nothing in it means any. */
    record Wish(@Nullable String category, @Nullable String brand) {}

    record Category(String category, long count) {}
}
