package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Effect.BundlePrice;
import com.ecom.order.model.totals.Effect.BuyXGetY;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Deals over units, each unit in one at most. The value of a deal is spread over all its units by price, so that giving back
 * those that were paid for and keeping the free one gains nothing. All units of a line are worth the same: what is left of
 * the line by quantity, in whole steps.
 */
final class Deals {

    private final Basket basket;
    private final long[] worth;
    private final int[] free;

    Deals(Basket basket, long[] amounts, int[] dealt) {
        this.basket = basket;
        this.worth = new long[amounts.length];
        this.free = new int[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            var quantity = basket.lines().get(i).quantity();
            worth[i] = Rounding.DOWN.of(amounts[i], 1, quantity, basket.market().step());
            free[i] = quantity - dealt[i];
        }
    }

    Reduction of(BuyXGetY deal) {
        var rewarded = deal.rewarded();
        IntPredicate isBought = i -> deal.bought().includes(basket.lines().get(i));
        int[] bound;
        int[] reduced;
        if (rewarded == null) {
            var times = times(units(isBought) / (deal.buy() + deal.get()), deal);
            bound = cheapest(isBought, times * (deal.buy() + deal.get()));
            reduced = cheapest(isBought, times * deal.get());
        } else {
            IntPredicate isReward = i -> rewarded.includes(basket.lines().get(i)) && !isBought.test(i);
            var times = times(Math.min(units(isBought) / deal.buy(), units(isReward) / deal.get()), deal);
            reduced = cheapest(isReward, times * deal.get());
            bound = sum(cheapest(isBought, times * deal.buy()), reduced);
        }
        var value = basket.market().percentOf(worthOf(reduced), deal.basisPoints());
        return new Reduction(spread(value, bound), bound, 0);
    }

    /**
     * A bundle that would cost more than its units is none, and neither is any cheaper one. As long as every line has enough
     * for it, the next bundle is the same again, so all of these are taken together.
     */
    Reduction of(BundlePrice deal) {
        IntPredicate isInIt = i -> deal.filter().includes(basket.lines().get(i));
        var off = new long[worth.length];
        var bound = new int[worth.length];
        while (units(isInIt) >= deal.count()) {
            var bundle = take(isInIt, deal.count(), Comparator.comparingLong(i -> -worth[i]));
            var saved = worthOf(bundle) - deal.price();
            if (saved <= 0) {
                break;
            }
            var shares = spread(saved, bundle);
            var times = timesIn(bundle);
            for (int i = 0; i < off.length; i++) {
                off[i] += shares[i] * times;
                bound[i] += bundle[i] * times;
                free[i] -= bundle[i] * times;
            }
        }
        return new Reduction(off, bound, 0);
    }

    private int timesIn(int[] bundle) {
        return IntStream.range(0, bundle.length)
                .filter(i -> bundle[i] > 0)
                .map(i -> free[i] / bundle[i])
                .min()
                .orElseThrow();
    }

    private static int times(int possible, BuyXGetY deal) {
        return Math.min(possible, deal.maxApplications());
    }

    private int units(IntPredicate lines) {
        return IntStream.range(0, free.length).filter(lines).map(i -> free[i]).sum();
    }

    private int[] cheapest(IntPredicate lines, int count) {
        return take(lines, count, Comparator.comparingLong(i -> worth[i]));
    }

    /** So many of the free units, line by line, of equal ones from the lower line number. */
    private int[] take(IntPredicate lines, int count, Comparator<Integer> first) {
        var taken = new int[free.length];
        var missing = count;
        var sorted = IntStream.range(0, free.length)
                .filter(lines)
                .boxed()
                .sorted(first)
                .toList();
        for (int i : sorted) {
            taken[i] = Math.min(missing, free[i]);
            missing -= taken[i];
        }
        return taken;
    }

    private long worthOf(int[] units) {
        return Arrays.stream(weights(units)).reduce(0, Math::addExact);
    }

    private long[] spread(long value, int[] units) {
        return Allocation.of(value, weights(units), basket.market().step());
    }

    private long[] weights(int[] units) {
        return IntStream.range(0, units.length)
                .mapToLong(i -> Math.multiplyExact(worth[i], units[i]))
                .toArray();
    }

    private static int[] sum(int[] one, int[] other) {
        return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
    }
}
