package com.ecom.product.listing;

import com.ecom.core.web.Page;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductList.Position;
import com.ecom.product.model.ProductList.SortKey;
import com.ecom.product.model.ProductList.Sorting;
import com.ecom.product.model.ProductWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a list is sorted, and where a page of it ends: at an id and what the list is sorted by. */
record SortedBy(Sorting sorting) {

    static final String PATTERN = "-?(updatedAt|createdAt|name)";

    private static final String MILLIS = "\\d{1,14}";

    static SortedBy of(String sort) {
        var descending = sort.startsWith("-");
        var key = switch (descending ? sort.substring(1) : sort) {
            case "createdAt" -> SortKey.CREATED_AT;
            case "name" -> SortKey.NAME;
            default -> SortKey.UPDATED_AT;
        };
        return new SortedBy(new Sorting(key, descending));
    }

    String positionOf(Product it) {
        var key = switch (sorting.key()) {
            case UPDATED_AT -> String.valueOf(it.updatedAt().toEpochMilli());
            case CREATED_AT -> String.valueOf(it.createdAt().toEpochMilli());
            case NAME -> ProductWords.key(it.content().name());
        };
        return "%s:%s".formatted(it.id(), key);
    }

    /** Nothing, which is the beginning, for what is no position in this list. */
    @Nullable
    Position positionIn(@Nullable String cursor) {
        var parts = Page.textOf(cursor).orElse("").split(":", 2);
        if (parts.length < 2) {
            return null;
        }
        if (sorting.key() == SortKey.NAME) {
            return new Position(parts[1], parts[0]);
        }
        return parts[1].matches(MILLIS) ? new Position(Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[0]) : null;
    }
}
