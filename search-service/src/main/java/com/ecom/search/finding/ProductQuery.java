package com.ecom.search.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A search for products; absent criteria do not restrict it. Prices are in minor units.
 *
 * @param currency of what is looked for, and of the prices named here; without it, who names or sorts by prices means the
 *     shop's
 */
record ProductQuery(
        @Nullable @Size(max = 200) String q,
        @Nullable @Size(max = 120) String category,
        @Nullable @Size(max = 120) String brand,
        @Nullable Boolean inStock,
        @Nullable @PositiveOrZero Long minPrice,
        @Nullable @PositiveOrZero Long maxPrice,

        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

        @Nullable @Pattern(regexp = "relevance|-?price|name|newest")
        String sort,

        @Nullable @Min(1) @Max(100) Integer size,
        @Nullable @Size(max = 1000) String cursor) {

    int sizeOrDefault() {
        return size == null ? 20 : size;
    }

    /** Numbers of one currency say nothing beside those of another, so only one may be looked at then. */
    boolean comparesPrices() {
        return currency != null
                || minPrice != null
                || maxPrice != null
                || sorting().isByPrice();
    }

    Sorting sorting() {
        return Sorting.named(sort).orElse(Sorting.RELEVANCE);
    }
}
