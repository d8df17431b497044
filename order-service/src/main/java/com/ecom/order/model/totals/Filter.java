package com.ecom.order.model.totals;

import java.util.Collections;
import java.util.Set;

/**
 * Which lines of a basket a promotion is about. A set that is empty leaves none out.
 *
 * @param excludeSale leaves out what is reduced already
 */
public record Filter(Set<String> skus, Set<String> products, Set<String> categories, boolean excludeSale) {

    public static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), false);

    public Filter {
        skus = Set.copyOf(skus);
        products = Set.copyOf(products);
        categories = Set.copyOf(categories);
    }

    public static Filter skus(String... skus) {
        return new Filter(Set.of(skus), Set.of(), Set.of(), false);
    }

    boolean includes(BasketLine line) {
        return (skus.isEmpty() || skus.contains(line.sku()))
                && (products.isEmpty() || products.contains(line.productId()))
                && (categories.isEmpty() || !Collections.disjoint(categories, line.categories()))
                && !(excludeSale && line.onSale());
    }
}
