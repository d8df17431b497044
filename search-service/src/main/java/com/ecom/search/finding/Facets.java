package com.ecom.search.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen among what was found, with exact counts.
 *
 * @param rating how many have at least so many stars
 * @param price in minor units
 * @param attributes of typed products: first those of which something is chosen, then the most frequent ones
 * @param onSale how many cost less than otherwise just now
 * @param incomplete which of them have more values than are shown
 */
record Facets(
        List<Value> brand,
        List<Value> category,
        List<PriceRange> price,
        List<AtLeast> rating,
        Availability availability,
        List<AttributeValues> attributes,
        long onSale,
        List<String> incomplete) {

    record Value(String value, long count) {}

    record AttributeValues(String name, List<Value> values) {}

    /** @param to the first price that is not in it any more, if there is one */
    record PriceRange(
            String currency, @Nullable Long from, @Nullable Long to, long count) {}

    record AtLeast(int stars, long count) {}

    record Availability(long inStock, long outOfStock) {}
}
