package com.ecom.product.listing;

import com.ecom.core.money.Money;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list, as staff see it.
 *
 * @param price what the cheapest variant costs now
 * @param editedByStaff whether its last version was made by people, which an import respects
 */
record ListedProduct(
        String productId,
        long version,
        ProductState state,
        String slug,
        String name,
        @Nullable String brand,
        @Nullable String category,
        List<String> skus,
        Money price,
        @Nullable String imageUrl,
        boolean editedByStaff,
        @Nullable Instant publishFrom,
        @Nullable Instant publishUntil,
        Instant createdAt,
        Instant updatedAt) {

    static ListedProduct of(Product it, Instant now) {
        var content = it.content();
        return new ListedProduct(
                it.id(),
                it.version(),
                it.stateAt(now),
                content.slug(),
                content.name(),
                content.brand(),
                content.category(),
                content.skus(),
                content.cheapestAt(now).priced().at(now),
                content.pictures().stream().findFirst().orElse(null),
                it.editedByStaff(),
                content.published().from(),
                content.published().until(),
                it.createdAt(),
                it.updatedAt());
    }
}
