package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Bill.Part;
import com.ecom.order.model.totals.Bill.Tax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The tax on what is left after promotions: rounded once for each rate, and allocated from there to the lines and the
 * shipping that have it, so that splitting a line changes nothing.
 */
final class Taxing {

    private final Basket basket;
    private final long[] amounts;
    private final List<TaxRate> rates;
    private final long[] tax;
    private final List<Tax> rows = new ArrayList<>();
    private long shippingTax;

    private Taxing(Basket basket, long[] amounts) {
        this.basket = basket;
        this.amounts = amounts;
        this.rates = basket.lines().stream()
                .map(it -> basket.rates().of(it.taxCategory()))
                .toList();
        this.tax = new long[amounts.length];
    }

    static Taxing of(Basket basket, long[] amounts, long shipping) {
        var taxing = new Taxing(basket, amounts);
        var shippingByRate = new ShippingTax(basket, taxing.rates, amounts, shipping).byRate();
        var all = new LinkedHashMap<TaxRate, Boolean>();
        taxing.rates.forEach(it -> all.put(it, true));
        shippingByRate.keySet().forEach(it -> all.put(it, true));
        all.keySet().forEach(it -> taxing.at(it, shippingByRate.getOrDefault(it, 0L)));
        taxing.rows.sort(Comparator.comparingInt((Tax it) -> -it.rate().ppm())
                .thenComparing(it -> it.rate().code()));
        return taxing;
    }

    TaxRate rateOf(int line) {
        return rates.get(line);
    }

    long taxOf(int line) {
        return tax[line];
    }

    long shippingTax() {
        return shippingTax;
    }

    List<Tax> rows() {
        return rows;
    }

    /** What is taxed with nothing because it costs nothing has no row. */
    private void at(TaxRate rate, long shippingShare) {
        var weights = LongStream.concat(
                        IntStream.range(0, amounts.length)
                                .mapToLong(i -> rates.get(i).equals(rate) ? amounts[i] : 0),
                        LongStream.of(shippingShare))
                .toArray();
        var taxed = Arrays.stream(weights).reduce(0, Math::addExact);
        if (taxed == 0) {
            return;
        }
        var market = basket.market();
        var whole = market.taxOf(taxed, rate.ppm());
        var shares = Allocation.of(whole, weights, market.step());
        for (int i = 0; i < amounts.length; i++) {
            tax[i] += shares[i];
        }
        shippingTax += shares[amounts.length];
        rows.add(new Tax(rate, null, market.addsTax() ? taxed : taxed - whole, whole, partsOf(rate, whole)));
    }

    private List<Part> partsOf(TaxRate rate, long whole) {
        var parts = rate.parts();
        if (parts.isEmpty()) {
            return List.of();
        }
        var shares = Allocation.of(
                whole,
                parts.stream().mapToLong(TaxRate.Part::ppm).toArray(),
                basket.market().step());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Part(parts.get(i).name(), parts.get(i).ppm(), shares[i]))
                .toList();
    }
}
