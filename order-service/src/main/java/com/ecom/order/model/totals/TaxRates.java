package com.ecom.order.model.totals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rates that are valid for a basket, by tax category.
 *
 * @param otherwise for categories without a rate of their own; absent where that would be a mistake
 */
public record TaxRates(
        Map<String, TaxRate> byCategory, @Nullable TaxRate otherwise) {

    /** Nothing is taxed. */
    public static final TaxRates NONE = new TaxRates(Map.of(), TaxRate.NONE);

    public TaxRates {
        byCategory = Map.copyOf(byCategory);
    }

    /** @throws IllegalArgumentException if nobody has said what the category is taxed with, which is never nothing */
    TaxRate of(String category) {
        var own = byCategory.get(category);
        var rate = own == null ? otherwise : own;
        if (rate == null) {
            throw new IllegalArgumentException("No rate of tax for " + category);
        }
        return rate;
    }
}
