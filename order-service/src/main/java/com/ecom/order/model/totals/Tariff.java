package com.ecom.order.model.totals;

import java.util.List;

/** What a way of shipping costs, however much of what is sent. */
public sealed interface Tariff {

    /**
     * @param goods what the goods cost, with or without discounts as the way of shipping says
     * @throws IllegalArgumentException if it goes by weight, and the weight of something is not known
     */
    default long priceOf(Basket basket, long goods) {
        return switch (this) {
            case Flat it -> it.price();
            case Tiered it ->
                it.at(
                        switch (it.by()) {
                            case TOTAL -> goods;
                            case ITEMS -> basket.unitsShipped();
                            case WEIGHT ->
                                basket.weightGrams()
                                        .orElseThrow(() -> new IllegalArgumentException("A weight is not known"));
                        });
        };
    }

    default List<Long> prices() {
        return switch (this) {
            case Flat it -> List.of(it.price());
            case Tiered it -> it.tiers().stream().map(Tier::price).toList();
        };
    }

    record Flat(long price) implements Tariff {}

    /** The price of the highest tier that is reached; the first begins with nothing. */
    record Tiered(Measure by, List<Tier> tiers) implements Tariff {

        public Tiered {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.getFirst().from() != 0) {
                throw new IllegalArgumentException("The first tier begins with nothing");
            }
            for (int i = 1; i < tiers.size(); i++) {
                if (tiers.get(i).from() <= tiers.get(i - 1).from()) {
                    throw new IllegalArgumentException("Tiers rise");
                }
            }
        }

        long at(long measured) {
            return tiers.stream()
                    .filter(it -> it.from() <= measured)
                    .toList()
                    .getLast()
                    .price();
        }
    }

    /** @param from inclusive: minor units, units or grams */
    record Tier(long from, long price) {}

    enum Measure {
        /** Grams of what is shipped. */
        WEIGHT,
        /** What the goods cost. */
        TOTAL,
        /** Units that are shipped. */
        ITEMS
    }
}
