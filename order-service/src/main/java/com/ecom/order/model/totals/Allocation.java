package com.ecom.order.model.totals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares of an amount by weight, which sum to it exactly: everybody gets the whole steps of their share, and the steps left
 * over go one by one to the largest remainders, of equal ones to the first. No share of an amount that is at most the sum
 * of the weights exceeds its weight, and who weighs nothing gets nothing.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * @param amount a multiple of the step
     * @throws IllegalArgumentException if there is something to share, and nobody to have it
     */
    public static long[] of(long amount, long[] weights, long step) {
        var shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        var all = Arrays.stream(weights).reduce(0, Math::addExact);
        if (all <= 0 || amount % step != 0) {
            throw new IllegalArgumentException("%d cannot be shared by %s".formatted(amount, Arrays.toString(weights)));
        }
        var steps = amount / step;
        var remainders = new long[weights.length];
        var given = 0L;
        for (int i = 0; i < weights.length; i++) {
            var high = Math.multiplyHigh(steps, weights[i]);
            var low = steps * weights[i];
            if (high == 0 && low >= 0) {
                shares[i] = low / all;
                remainders[i] = low % all;
            } else {
                var parts = BigInteger.valueOf(steps)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divideAndRemainder(BigInteger.valueOf(all));
                shares[i] = parts[0].longValueExact();
                remainders[i] = parts[1].longValueExact();
            }
            given += shares[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
                .limit(steps - given)
                .forEach(i -> shares[i]++);
        return Arrays.stream(shares).map(it -> it * step).toArray();
    }
}
