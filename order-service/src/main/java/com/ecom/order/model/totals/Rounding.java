package com.ecom.order.model.totals;

import java.math.BigInteger;

/** How an exact fraction becomes an amount that can be charged. */
public enum Rounding {
    /** Half a step and more count as one; what commercial rounding means in most places. */
    HALF_UP,
    /** Only whole steps count; where a country leaves rounding of tax to the seller. */
    DOWN;

    /**
     * The whole steps in {@code amount * numerator / denominator}, as an amount.
     *
     * @throws ArithmeticException if no amount is so large
     */
    public long of(long amount, long numerator, long denominator, long step) {
        var high = Math.multiplyHigh(amount, numerator);
        var low = amount * numerator;
        var small = high == 0 && low >= 0 && low <= Long.MAX_VALUE / 4 && denominator <= Long.MAX_VALUE / 4 / step;
        return small ? ofSmall(low, denominator * step) * step : ofLarge(amount, numerator, denominator, step);
    }

    private long ofSmall(long dividend, long divisor) {
        return switch (this) {
            case HALF_UP -> (2 * dividend + divisor) / (2 * divisor);
            case DOWN -> dividend / divisor;
        };
    }

    private long ofLarge(long amount, long numerator, long denominator, long step) {
        var dividend = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
        var divisor = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(step));
        var steps = switch (this) {
            case HALF_UP -> dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
            case DOWN -> dividend.divide(divisor);
        };
        return Math.multiplyExact(steps.longValueExact(), step);
    }
}
