package com.ecom.order.model.totals;

import java.util.Currency;

/**
 * How money is counted where something is sold.
 *
 * @param step the smallest amount that can be charged, in minor units: 1, or what the payment provider takes multiples of
 * @param taxRounding how tax becomes whole; everything else is rounded half up
 */
public record Market(Currency currency, PriceMode priceMode, long step, Rounding taxRounding) {

    public Market {
        if (step < 1) {
            throw new IllegalArgumentException("A step is at least one minor unit");
        }
    }

    /** Tax inside the prices, and every minor unit chargeable. */
    public static Market gross(Currency currency) {
        return new Market(currency, PriceMode.GROSS, 1, Rounding.HALF_UP);
    }

    /** @throws IllegalArgumentException if that cannot be charged: it is less than nothing, or between two steps */
    public void require(long amount) {
        if (amount < 0 || amount % step != 0) {
            throw new IllegalArgumentException("%d is no amount in steps of %d".formatted(amount, step));
        }
    }

    boolean addsTax() {
        return priceMode == PriceMode.NET;
    }

    /** The tax for an amount at a rate in millionths, in it or on top of it. */
    long taxOf(long amount, long ppm) {
        return taxRounding.of(amount, ppm, addsTax() ? 1_000_000 : 1_000_000 + ppm, step);
    }

    long percentOf(long amount, int basisPoints) {
        return Rounding.HALF_UP.of(amount, basisPoints, 10_000, step);
    }

    public enum PriceMode {
        /** Tax is inside the prices. */
        GROSS,
        /** Tax is added to the prices. */
        NET
    }
}
