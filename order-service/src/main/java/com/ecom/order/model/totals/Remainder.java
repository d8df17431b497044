package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Effect.AmountOffEach;
import com.ecom.order.model.totals.Effect.AmountOffOrder;
import com.ecom.order.model.totals.Effect.BundlePrice;
import com.ecom.order.model.totals.Effect.BuyXGetY;
import com.ecom.order.model.totals.Effect.FreeShipping;
import com.ecom.order.model.totals.Effect.PercentOffItems;
import com.ecom.order.model.totals.Effect.PercentOffOrder;
import com.ecom.order.model.totals.Effect.PercentOffShipping;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** What is left of the lines and of shipping while promotions are applied, each to what the one before left. */
final class Remainder {

    private final Basket basket;
    private final long[] amounts;
    private final int[] dealt;
    private long shipping;

    Remainder(Basket basket) {
        this.basket = basket;
        this.amounts = basket.subtotals();
        this.dealt = new int[amounts.length];
    }

    long[] amounts() {
        return amounts.clone();
    }

    long goods() {
        return basket.sumOf(Filter.EVERYTHING, amounts);
    }

    long shipping() {
        return shipping;
    }

    void ship(long price) {
        shipping = price;
    }

    void take(Reduction it) {
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] -= it.byLine()[i];
            dealt[i] += it.dealt()[i];
        }
        shipping -= it.shipping();
    }

    /** What an effect would take off now, never more than there is. */
    Reduction of(Effect effect) {
        var market = basket.market();
        return switch (effect) {
            case PercentOffItems it -> byLine(it.filter(), i -> market.percentOf(amounts[i], it.basisPoints()));
            case AmountOffEach it -> byLine(it.filter(), i -> eachOf(i, it.amount()));
            case BuyXGetY it -> new Deals(basket, amounts, dealt).of(it);
            case BundlePrice it -> new Deals(basket, amounts, dealt).of(it);
            case PercentOffOrder it -> shared(market.percentOf(goods(), it.basisPoints()));
            case AmountOffOrder it -> shared(Math.min(it.amount(), goods()));
            case FreeShipping _ -> Reduction.ofShipping(amounts.length, shipping);
            case PercentOffShipping it ->
                Reduction.ofShipping(amounts.length, market.percentOf(shipping, it.basisPoints()));
        };
    }

    private long eachOf(int line, long amount) {
        return Math.min(
                amounts[line],
                Math.multiplyExact(amount, basket.lines().get(line).quantity()));
    }

    private Reduction byLine(Filter filter, IntToLongFunction off) {
        var byLine = new long[amounts.length];
        basket.indexesOf(filter).forEach(i -> byLine[i] = off.applyAsLong(i));
        return Reduction.ofLines(byLine);
    }

    private Reduction shared(long amount) {
        return Reduction.ofLines(Allocation.of(amount, amounts, basket.market().step()));
    }

    @Override
    public String toString() {
        return "%s and %d for shipping".formatted(Arrays.toString(amounts), shipping);
    }
}
