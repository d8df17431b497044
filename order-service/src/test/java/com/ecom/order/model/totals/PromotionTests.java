package com.ecom.order.model.totals;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.order.model.totals.Bill.Discount;
import com.ecom.order.model.totals.Bill.NotApplied;
import com.ecom.order.model.totals.Bill.Reason;
import com.ecom.order.model.totals.Effect.AmountOffEach;
import com.ecom.order.model.totals.Effect.AmountOffOrder;
import com.ecom.order.model.totals.Effect.BundlePrice;
import com.ecom.order.model.totals.Effect.BuyXGetY;
import com.ecom.order.model.totals.Effect.FreeShipping;
import com.ecom.order.model.totals.Effect.PercentOffItems;
import com.ecom.order.model.totals.Effect.PercentOffOrder;
import com.ecom.order.model.totals.Effect.PercentOffShipping;
import com.ecom.order.model.totals.Shipping.TaxPolicy;
import com.ecom.order.model.totals.Shipping.Threshold;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the worked orders do not show. Cups cost 10.00, teas 4.00; shipping costs 5.00. */
class PromotionTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-12-24T12:00:00Z");

    @Test
    void aUnitIsInOneDealAtMost() {
        var deal = new BuyXGetY(2, 1, 10_000, Filter.EVERYTHING, null, Integer.MAX_VALUE);

        assertThat(taken(bill(cups(5), promotion("a", deal), promotion("b", deal))))
                .isEqualTo(Map.of("a", 1_000L));
        assertThat(taken(bill(
                        cups(6), promotion("a", deal), promotion("b", new BundlePrice(2, 1_500, Filter.EVERYTHING)))))
                .isEqualTo(Map.of("a", 2_000L));
    }

    @Test
    void aDealAppliesAsOftenAsItMay() {
        var once = new BuyXGetY(1, 1, 10_000, Filter.EVERYTHING, null, 1);

        assertThat(taken(bill(cups(6), promotion("a", once)))).isEqualTo(Map.of("a", 1_000L));
    }

    @Test
    void whatHasToBeBoughtIsNeverItsOwnReward() {
        var overlapping = new BuyXGetY(1, 1, 10_000, Filter.skus("CUP"), Filter.EVERYTHING, Integer.MAX_VALUE);

        assertThat(bill(cups(2), promotion("a", overlapping)).discounts()).isEmpty();
    }

    @Test
    void aBundleNeverCostsMoreThanItsUnits() {
        assertThat(bill(cups(3), promotion("a", new BundlePrice(3, 3_000, Filter.EVERYTHING)))
                        .discounts())
                .isEmpty();
    }

    /** Ninety-nine of a thousand units each, so that some bundles are of one line and some of two. */
    @Test
    void manyBundlesTakeOffWhatOneAfterTheOtherWould() {
        var lines = IntStream.range(0, 99)
                .mapToObj(i -> line("SKU-" + (100 + i), 1_000, 200 - i, "standard"))
                .toList();
        var bill = bill(lines, promotion("a", new BundlePrice(3, 210, Filter.EVERYTHING)));

        var units = lines.stream()
                .flatMapToLong(it -> LongStream.generate(it::unitPrice).limit(it.quantity()))
                .toArray();
        var saved = IntStream.range(0, units.length / 3)
                .mapToLong(i -> units[3 * i] + units[3 * i + 1] + units[3 * i + 2] - 210)
                .takeWhile(it -> it > 0)
                .sum();
        assertThat(taken(bill)).isEqualTo(Map.of("a", saved));
    }

    @Test
    void conditionsOfAClassLookAtTheAmountsWithWhichItBegins() {
        var first = promotion("a", 2, new PercentOffOrder(5_000));
        var second = promotion("b", 1, new AmountOffOrder(100), new Condition.MinimumAmount(2_000, Filter.EVERYTHING));

        assertThat(taken(bill(cups(2), first, second))).isEqualTo(Map.of("a", 1_000L, "b", 100L));
        var third = promotion("c", 1, new AmountOffOrder(100), new Condition.MinimumAmount(2_001, Filter.EVERYTHING));
        assertThat(bill(cups(2), first, third).notApplied())
                .containsExactly(new NotApplied("c", Reason.CONDITION_NOT_MET));
    }

    @Test
    void theHigherPriorityComesFirst() {
        var percent = new PercentOffItems(5_000, Filter.EVERYTHING);
        var each = new AmountOffEach(200, Filter.EVERYTHING);

        assertThat(bill(cups(1), promotion("a", 1, percent), promotion("b", 2, each))
                                .total()
                        - 500)
                .isEqualTo(400);
        assertThat(bill(cups(1), promotion("a", 2, percent), promotion("b", 1, each))
                                .total()
                        - 500)
                .isEqualTo(300);
    }

    @Test
    void theBestOfAGroupCountsWhereverItStands() {
        var small = new Promotion("a", new AmountOffOrder(100), List.of(), 9, false, "spring", false);
        var large = new Promotion("b", new AmountOffOrder(300), List.of(), 1, false, "spring", false);
        var nothing = new Promotion("c", new AmountOffOrder(0), List.of(), 0, false, "spring", false);
        var bill = bill(cups(1), small, large, nothing);

        assertThat(taken(bill)).isEqualTo(Map.of("b", 300L));
        assertThat(bill.notApplied())
                .containsExactly(new NotApplied("a", Reason.OTHER_OF_GROUP), new NotApplied("c", Reason.NO_BENEFIT));
    }

    @Test
    void anExclusiveOneThatTakesNothingOffChangesNothing() {
        var costly = promotion("a", new AmountOffOrder(100));
        var alone = new Promotion("z", new PercentOffShipping(0), List.of(), 0, true, null, true);
        var bill = Calculator.billFor(basket(cups(1), shipping(1_000L, Threshold.AFTER_DISCOUNTS), costly, alone));

        assertThat(taken(bill)).isEqualTo(Map.of("a", 100L));
        assertThat(bill.notApplied()).containsExactly(new NotApplied("z", Reason.NO_BENEFIT));
    }

    /** Both together are below what is shipped for nothing, so the one that is worth more is taken alone. */
    @Test
    void aSecondCodeDoesNotCostTheFreeShippingThatTheFirstOneKept() {
        var shipping = new Shipping(
                "post", new Tariff.Flat(590), 5_000L, Threshold.AFTER_DISCOUNTS, TaxPolicy.PROPORTIONAL, null);
        var large = byCode("a", new AmountOffOrder(900));
        var small = byCode("b", new AmountOffOrder(200));
        var bill = Calculator.billFor(basket(cups(6), shipping, large, small));

        assertThat(bill.total()).isEqualTo(5_100);
        assertThat(taken(bill)).isEqualTo(Map.of("a", 900L));
        assertThat(bill.notApplied()).containsExactly(new NotApplied("b", Reason.NO_BENEFIT));
    }

    @Test
    void ofManyCodesOneIsLeftOutWhereAllOfThemWouldDoHarm() {
        var shipping = new Shipping(
                "post", new Tariff.Flat(590), 5_000L, Threshold.AFTER_DISCOUNTS, TaxPolicy.PROPORTIONAL, null);
        var codes = IntStream.range(0, 9)
                .mapToObj(i -> byCode("code-" + i, new AmountOffOrder(i == 4 ? 190 : 105)))
                .toArray(Promotion[]::new);
        var bill = Calculator.billFor(basket(cups(6), shipping, codes));

        assertThat(bill.total()).isEqualTo(6_000 - 7 * 105 - 190);
        assertThat(taken(bill)).doesNotContainKey("code-8").hasSize(8);
    }

    @Test
    void aThresholdIsReachedByExactlyItsAmount() {
        assertThat(Calculator.billFor(basket(cups(1), shipping(1_000L, Threshold.AFTER_DISCOUNTS)))
                        .shipping()
                        .free())
                .isTrue();
        assertThat(Calculator.billFor(basket(cups(1), shipping(1_001L, Threshold.AFTER_DISCOUNTS)))
                        .shipping()
                        .amount())
                .isEqualTo(500);
    }

    @Test
    void shippingIsTaxedByWhatTheGoodsCostAfterDiscounts() {
        var rates = new TaxRates(Map.of("standard", new TaxRate(200_000, "", List.of()), "food", TaxRate.NONE), null);
        var free = promotion("a", new PercentOffItems(10_000, Filter.skus("CUP")));
        var basket = new Basket(
                Market.gross(EUR),
                List.of(line("CUP", 1, 1_000, "standard"), line("TEA", 1, 400, "food")),
                List.of(free),
                shipping(null, Threshold.AFTER_DISCOUNTS),
                rates,
                shopper(),
                NOON);

        assertThat(Calculator.billFor(basket).shipping().tax()).isZero();
    }

    @Test
    void shippingPromotionsTakeOffWhatIsLeftOfIt() {
        var half = promotion("a", 2, new PercentOffShipping(5_000));
        var free = promotion("b", 1, new FreeShipping());

        assertThat(taken(bill(cups(1), half, free))).isEqualTo(Map.of("a", 250L, "b", 250L));
    }

    @Test
    void everyConditionMustHold() {
        var shopper = new Shopper(true, false, Set.of("club"), "CH", null);
        var all = List.<Condition>of(
                new Condition.HasAccount(),
                new Condition.CustomerGroup(Set.of("club", "staff")),
                new Condition.ShipsTo(Set.of("CH")),
                new Condition.ShippedBy(Set.of("post")),
                new Condition.MinimumQuantity(2, Filter.skus("CUP")),
                new Condition.During(NOON, NOON.plusSeconds(1)));

        assertThat(holds(shopper, all)).isTrue();
        for (var one : List.<Condition>of(
                new Condition.FirstOrder(),
                new Condition.CustomerGroup(Set.of("staff")),
                new Condition.ShipsTo(Set.of("DE")),
                new Condition.ShippedBy(Set.of("courier")),
                new Condition.MinimumQuantity(3, Filter.EVERYTHING),
                new Condition.MinimumQuantity(1, Filter.skus("TEA")),
                new Condition.During(NOON.plusSeconds(1), null),
                new Condition.During(NOON.minusSeconds(9), NOON))) {
            assertThat(holds(shopper, List.of(one))).as(one.toString()).isFalse();
        }
    }

    @Test
    void whatCannotBeChargedIsNoPrice() {
        assertThatThrownBy(() -> new Market(EUR, Market.PriceMode.GROSS, 0, Rounding.HALF_UP))
                .isInstanceOf(IllegalArgumentException.class);
        var inTens = new Market(EUR, Market.PriceMode.GROSS, 10, Rounding.HALF_UP);
        assertThatThrownBy(() -> new Basket(
                        inTens,
                        List.of(line("CUP", 1, 1_005, "standard")),
                        List.of(),
                        null,
                        TaxRates.NONE,
                        shopper(),
                        NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PercentOffOrder(10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooMuchForAnybodyToPayOverflowsNothing() {
        assertThatThrownBy(() -> bill(List.of(line("CUP", 100, Long.MAX_VALUE / 3, "standard"))))
                .isInstanceOf(ArithmeticException.class);
        assertThat(bill(
                                List.of(line("CUP", 1, 1_000_000_000_000L, "standard")),
                                promotion("a", new PercentOffOrder(3_333)))
                        .totals()
                        .discount())
                .isEqualTo(333_300_000_000L);
    }

    private static boolean holds(Shopper shopper, List<Condition> conditions) {
        var promotion = new Promotion("a", new AmountOffOrder(1), conditions, 0, false, null, false);
        var basket = new Basket(
                Market.gross(EUR),
                cups(2),
                List.of(promotion),
                shipping(null, Threshold.AFTER_DISCOUNTS),
                TaxRates.NONE,
                shopper,
                NOON);
        return !Calculator.billFor(basket).discounts().isEmpty();
    }

    private static Map<String, Long> taken(Bill bill) {
        return bill.discounts().stream().collect(toMap(Discount::promotionId, Discount::amount));
    }

    private static Bill bill(List<BasketLine> lines, Promotion... promotions) {
        return Calculator.billFor(basket(lines, shipping(null, Threshold.AFTER_DISCOUNTS), promotions));
    }

    private static Basket basket(List<BasketLine> lines, Shipping shipping, Promotion... promotions) {
        return new Basket(Market.gross(EUR), lines, List.of(promotions), shipping, TaxRates.NONE, shopper(), NOON);
    }

    private static Promotion byCode(String id, Effect effect) {
        return new Promotion(id, effect, List.of(), 0, false, null, true);
    }

    private static Promotion promotion(String id, Effect effect) {
        return promotion(id, 0, effect);
    }

    private static Promotion promotion(String id, int priority, Effect effect, Condition... conditions) {
        return new Promotion(id, effect, List.of(conditions), priority, false, null, false);
    }

    private static Shipping shipping(@Nullable Long freeFrom, Threshold threshold) {
        return new Shipping("post", new Tariff.Flat(500), freeFrom, threshold, TaxPolicy.PROPORTIONAL, null);
    }

    private static Shopper shopper() {
        return new Shopper(false, false, Set.of(), "DE", null);
    }

    private static List<BasketLine> cups(int quantity) {
        return List.of(line("CUP", quantity, 1_000, "standard"));
    }

    private static BasketLine line(String sku, int quantity, long price, String tax) {
        return new BasketLine(sku, "P-" + sku, Set.of(), quantity, price, tax, false, false, null);
    }
}
