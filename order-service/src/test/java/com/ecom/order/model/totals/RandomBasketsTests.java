package com.ecom.order.model.totals;

import static java.util.stream.Collectors.toCollection;

import com.ecom.order.model.totals.Bill.Discount;
import com.ecom.order.model.totals.Bill.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every basket. {@code -Dtotals.baskets} says how many, {@code -Dtotals.seed} which is the first; a failure
 * names the seed of its basket.
 */
class RandomBasketsTests {

    private static final long FIRST = Long.getLong("totals.seed", 1);
    private static final long COUNT = Long.getLong("totals.baskets", 20_000);

    @Test
    void everyBillAddsUp() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var bill = Calculator.billFor(basket);
            addsUp(seed, basket, bill);
            allocatesExactly(seed, bill);
            isCountedInSteps(seed, bill);
        });
    }

    @Test
    void theOrderOfLinesAndCodesAndTheirRepetitionChangeNothing() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var shuffled = shuffled(basket, new Random(seed));
            require(Calculator.billFor(basket).equals(Calculator.billFor(shuffled)), seed, "the order is no matter");
        });
    }

    @Test
    void aCodeNeverMakesAnOrderDearer() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var without = with(
                    basket,
                    basket.lines(),
                    basket.promotions().stream().filter(it -> !it.byCode()).toList(),
                    basket.shipping());
            require(
                    Calculator.billFor(basket).total()
                            <= Calculator.billFor(without).total(),
                    seed,
                    "codes help");
        });
    }

    @Test
    void noCodeMakesAnOrderDearerWhicheverOthersAreEntered() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var total = Calculator.billFor(basket).total();
            basket.promotions().stream().filter(Promotion::byCode).forEach(left -> {
                var others = basket.promotions().stream()
                        .filter(it -> !it.equals(left))
                        .toList();
                var without = with(basket, basket.lines(), others, basket.shipping());
                require(total <= Calculator.billFor(without).total(), seed, "a code more helps");
            });
        });
    }

    @Test
    void oneMoreItemNeverLowersWhatTheGoodsCostBeforePromotions() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var more = Stream.concat(
                            basket.lines().stream(),
                            RandomBaskets.basket(seed).lines().stream().limit(1))
                    .toList();
            var bill = Calculator.billFor(basket);
            var dearer = Calculator.billFor(with(basket, more, basket.promotions(), basket.shipping()));
            require(
                    dearer.totals().subtotal()
                            == bill.totals().subtotal()
                                    + basket.lines().getFirst().subtotal(),
                    seed,
                    "what is added is added");
        });
    }

    @Test
    void whatIsFullyDiscountedCostsNothing() {
        var everything =
                new Promotion("everything", new Effect.PercentOffOrder(10_000), List.of(), 9, true, null, true);
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var basket = RandomBaskets.basket(seed);
            var free = Calculator.billFor(with(basket, basket.lines(), List.of(everything), null));
            require(
                    free.total() == 0
                            && free.totals().tax() == 0
                            && free.taxes().isEmpty(),
                    seed,
                    "nothing is left");
        });
    }

    private static void addsUp(long seed, Basket basket, Bill bill) {
        var totals = bill.totals();
        var shipping = bill.shipping();
        var added = basket.market().addsTax() ? totals.tax() : 0;
        var removed = sum(bill.lines().stream().map(Line::taxRemoved)) + shipping.taxRemoved();
        require(
                totals.total()
                        == totals.subtotal()
                                - totals.discount()
                                + shipping.price()
                                - shipping.discount()
                                - removed
                                + added,
                seed,
                "lines - discounts + shipping + tax");
        require(totals.total() == sum(bill.lines().stream().map(Line::paid)) + shipping.paid(), seed, "what is paid");
        require(
                totals.total() == sum(bill.taxes().stream().map(it -> it.base() + it.tax())),
                seed,
                "what is taxed, and the tax");
        require(totals.tax() == sum(bill.taxes().stream().map(Bill.Tax::tax)), seed, "tax by rate");
        for (var line : bill.lines()) {
            require(
                    line.subtotal() - line.itemDiscount() - line.orderDiscount() - line.taxRemoved() == line.amount(),
                    seed,
                    "a line");
            require(
                    Stream.of(line.subtotal(), line.itemDiscount(), line.orderDiscount(), line.amount(), line.tax())
                            .allMatch(it -> it >= 0),
                    seed,
                    "no line is negative");
        }
        require(
                shipping.price() >= 0 && shipping.discount() >= 0 && shipping.amount() >= 0 && shipping.tax() >= 0,
                seed,
                "shipping is not negative");
    }

    private static void allocatesExactly(long seed, Bill bill) {
        for (int i = 0; i < bill.lines().size(); i++) {
            var number = i;
            var line = bill.lines().get(i);
            require(
                    line.itemDiscount() + line.orderDiscount()
                            == sum(bill.discounts().stream()
                                    .map(it -> it.byLine().get(number))),
                    seed,
                    "discounts of a line");
        }
        var ofLines = sum(bill.discounts().stream().map(RandomBasketsTests::ofLines));
        require(ofLines == bill.totals().discount(), seed, "discounts of lines");
        require(
                sum(bill.discounts().stream().map(Discount::amount)) - ofLines
                        == bill.shipping().discount(),
                seed,
                "discounts of shipping");
        for (var discount : bill.discounts()) {
            var shared = ofLines(discount);
            require(discount.amount() > 0 && (shared == 0 || shared == discount.amount()), seed, "a discount");
        }
        for (var tax : bill.taxes()) {
            require(
                    tax.parts().isEmpty() || sum(tax.parts().stream().map(Bill.Part::tax)) == tax.tax(),
                    seed,
                    "tax by authority");
        }
    }

    private static void isCountedInSteps(long seed, Bill bill) {
        var amounts = new ArrayList<Long>(
                List.of(bill.total(), bill.shipping().amount(), bill.shipping().tax()));
        bill.lines()
                .forEach(it -> Collections.addAll(amounts, it.paid(), it.tax(), it.itemDiscount(), it.orderDiscount()));
        require(amounts.stream().allMatch(it -> it % bill.step() == 0), seed, "whole steps");
    }

    /** Lines in any order, some in two parts, and promotions in any order, some of them twice. */
    private static Basket shuffled(Basket basket, Random chance) {
        var lines = basket.lines().stream()
                .flatMap(it -> it.quantity() > 1 && chance.nextBoolean()
                        ? Stream.of(units(it, 1), units(it, it.quantity() - 1))
                        : Stream.of(it))
                .collect(toCollection(ArrayList::new));
        var promotions = new ArrayList<>(basket.promotions());
        promotions.addAll(basket.promotions().stream().limit(1).toList());
        Collections.shuffle(lines, chance);
        Collections.shuffle(promotions, chance);
        return with(basket, lines, promotions, basket.shipping());
    }

    private static BasketLine units(BasketLine it, int units) {
        return new BasketLine(
                it.sku(),
                it.productId(),
                Set.copyOf(it.categories()),
                units,
                it.unitPrice(),
                it.taxCategory(),
                it.onSale(),
                it.digital(),
                it.weightGrams());
    }

    private static Basket with(
            Basket it,
            List<BasketLine> lines,
            List<Promotion> promotions,
            @org.jspecify.annotations.Nullable Shipping shipping) {
        return new Basket(it.market(), lines, promotions, shipping, it.rates(), it.shopper(), it.at());
    }

    private static long ofLines(Discount discount) {
        return sum(discount.byLine().stream());
    }

    private static long sum(Stream<Long> amounts) {
        return amounts.reduce(0L, Math::addExact);
    }

    private static void require(boolean holds, long seed, String what) {
        if (!holds) {
            throw new AssertionError(
                    "%s: -Dtotals.seed=%d, basket %s".formatted(what, seed, RandomBaskets.basket(seed)));
        }
    }
}
