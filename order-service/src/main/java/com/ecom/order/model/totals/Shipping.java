package com.ecom.order.model.totals;

import org.jspecify.annotations.Nullable;

/**
 * A way to ship the basket, as far as it matters for what it costs.
 *
 * @param tariff what it costs before promotions, in the market's price mode
 * @param freeFrom what the goods must cost for it to cost nothing
 * @param taxCategory its own, with {@link TaxPolicy#OWN_CATEGORY}
 */
public record Shipping(
        String method,
        Tariff tariff,
        @Nullable Long freeFrom,
        Threshold threshold,
        TaxPolicy taxPolicy,
        @Nullable String taxCategory) {

    public Shipping {
        if (taxPolicy == TaxPolicy.OWN_CATEGORY && taxCategory == null) {
            throw new IllegalArgumentException("Shipping %s has no category of tax".formatted(method));
        }
    }

    boolean isFree(long before, long after) {
        return freeFrom != null && goods(before, after) >= freeFrom;
    }

    long priceOf(Basket basket, long before, long after) {
        return isFree(before, after) ? 0 : tariff.priceOf(basket, goods(before, after));
    }

    private long goods(long before, long after) {
        return switch (threshold) {
            case AFTER_DISCOUNTS -> after;
            case BEFORE_DISCOUNTS -> before;
        };
    }

    /** Which amount of the goods counts: with the discounts of items and order, or with neither. */
    public enum Threshold {
        AFTER_DISCOUNTS,
        BEFORE_DISCOUNTS
    }

    public enum TaxPolicy {
        /** At the rates of the shipped goods, by what they cost after discounts; before, if they cost nothing any more. */
        PROPORTIONAL,
        OWN_CATEGORY,
        NOT_TAXED
    }
}
