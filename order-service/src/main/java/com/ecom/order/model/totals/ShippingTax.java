package com.ecom.order.model.totals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rates tax the shipping, and how much of it each, as the way of shipping says (docs/commerce.md). */
final class ShippingTax {

    private final Basket basket;
    private final List<TaxRate> rates;
    private final long[] amounts;
    private final long shipping;

    ShippingTax(Basket basket, List<TaxRate> rates, long[] amounts, long shipping) {
        this.basket = basket;
        this.rates = rates;
        this.amounts = amounts;
        this.shipping = shipping;
    }

    Map<TaxRate, Long> byRate() {
        var way = basket.shipping();
        if (way == null || shipping == 0) {
            return Map.of();
        }
        return switch (way.taxPolicy()) {
            case NOT_TAXED -> Map.of(TaxRate.NONE, shipping);
            case OWN_CATEGORY -> Map.of(basket.rates().of(String.valueOf(way.taxCategory())), shipping);
            case PROPORTIONAL -> inProportion();
        };
    }

    private Map<TaxRate, Long> inProportion() {
        var value = valueByRate(amounts);
        if (sum(value) == 0) {
            value = valueByRate(basket.subtotals());
        }
        if (sum(value) == 0) {
            value = valueByRate(
                    basket.lines().stream().mapToLong(BasketLine::quantity).toArray());
        }
        var shares = Allocation.of(
                shipping,
                value.values().stream().mapToLong(it -> it).toArray(),
                basket.market().step());
        var next = 0;
        for (var entry : value.entrySet()) {
            entry.setValue(shares[next++]);
        }
        return value;
    }

    /** Of what is shipped, the rate of the lowest line first. */
    private Map<TaxRate, Long> valueByRate(long[] values) {
        var value = new LinkedHashMap<TaxRate, Long>();
        for (int i = 0; i < values.length; i++) {
            if (!basket.lines().get(i).digital()) {
                value.merge(rates.get(i), values[i], Math::addExact);
            }
        }
        return value;
    }

    private static long sum(Map<TaxRate, Long> value) {
        return value.values().stream().reduce(0L, Math::addExact);
    }
}
