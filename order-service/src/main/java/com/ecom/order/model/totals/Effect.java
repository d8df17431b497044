package com.ecom.order.model.totals;

import org.jspecify.annotations.Nullable;

/** What a promotion takes off. Percentages are in basis points, amounts in minor units and multiples of the market's step. */
public sealed interface Effect {

    /** Promotions of a class are applied one after the other, and all of a class before the next. */
    enum Kind {
        ITEM,
        ORDER,
        SHIPPING
    }

    default Kind kind() {
        return switch (this) {
            case PercentOffItems _, AmountOffEach _, BuyXGetY _, BundlePrice _ -> Kind.ITEM;
            case PercentOffOrder _, AmountOffOrder _ -> Kind.ORDER;
            case FreeShipping _, PercentOffShipping _ -> Kind.SHIPPING;
        };
    }

    /** The fixed amount that it names; nothing where it names none. */
    default long fixed() {
        return switch (this) {
            case AmountOffEach it -> it.amount();
            case AmountOffOrder it -> it.amount();
            case BundlePrice it -> it.price();
            case PercentOffItems _, BuyXGetY _, PercentOffOrder _, FreeShipping _, PercentOffShipping _ -> 0;
        };
    }

    /** Rounded line by line. */
    record PercentOffItems(int basisPoints, Filter filter) implements Effect {
        public PercentOffItems {
            requirePercentage(basisPoints);
        }
    }

    /** From each unit, never below nothing. */
    record AmountOffEach(long amount, Filter filter) implements Effect {}

    /**
     * Of so many units some are reduced, the cheapest ones.
     *
     * @param rewarded what is reduced, where that is something else than what has to be bought
     * @param maxApplications how often at most in one basket
     */
    record BuyXGetY(
            int buy,
            int get,
            int basisPoints,
            Filter bought,
            @Nullable Filter rewarded,
            int maxApplications) implements Effect {
        public BuyXGetY {
            requirePercentage(basisPoints);
            if (buy < 1 || get < 1 || maxApplications < 1) {
                throw new IllegalArgumentException("Buy %d, get %d, %d times".formatted(buy, get, maxApplications));
            }
        }
    }

    /** So many units, the dearest first, for one price together. */
    record BundlePrice(int count, long price, Filter filter) implements Effect {
        public BundlePrice {
            if (count < 1) {
                throw new IllegalArgumentException("A bundle of " + count);
            }
        }
    }

    /** Rounded once. */
    record PercentOffOrder(int basisPoints) implements Effect {
        public PercentOffOrder {
            requirePercentage(basisPoints);
        }
    }

    /** At most what the goods still cost. */
    record AmountOffOrder(long amount) implements Effect {}

    record FreeShipping() implements Effect {}

    record PercentOffShipping(int basisPoints) implements Effect {
        public PercentOffShipping {
            requirePercentage(basisPoints);
        }
    }

    private static void requirePercentage(int basisPoints) {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("%d basis points are no share of a price".formatted(basisPoints));
        }
    }
}
