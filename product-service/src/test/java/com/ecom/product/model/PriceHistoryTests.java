package com.ecom.product.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.product.model.PriceHistory.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceHistoryTests {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SKU = "MUG";

    @Test
    void theLowestPriceOfTheThirtyDaysBeforeIsTheOneToCompareWith() {
        var history = PriceHistory.NONE
                .next(sold(10_000, sale(8_000, 50, 60)), day(0))
                .next(sold(10_000, sale(7_000, 80, 90)), day(70));

        assertThat(prior(history, 50)).isEqualTo(10_000);
        assertThat(prior(history, 80)).isEqualTo(8_000);
        assertThat(prior(history, 89)).isEqualTo(8_000);
    }

    @Test
    void aPriceThatEndedThirtyDaysBeforeCountsNoMore() {
        var history = PriceHistory.NONE
                .next(sold(10_000, sale(8_000, 50, 60)), day(0))
                .next(sold(10_000, sale(7_000, 90, 99)), day(70));

        assertThat(prior(history, 90)).isEqualTo(10_000);
    }

    @Test
    void aReductionThatBecomesDeeperKeepsWhatItWasComparedWith() {
        var history = PriceHistory.NONE
                .next(sold(10_000, sale(8_000, 10, 30)), day(0))
                .next(sold(10_000, sale(6_000, 10, 30)), day(20));

        assertThat(prior(history, 25)).isEqualTo(10_000);
    }

    @Test
    void afterTheFullPriceAReductionIsANewOne() {
        var history = PriceHistory.NONE
                .next(sold(10_000, sale(8_000, 10, 20)), day(0))
                .next(sold(10_000, sale(6_000, 21, 30)), day(20));

        assertThat(prior(history, 25)).isEqualTo(8_000);
    }

    @Test
    void raisingTheListPriceFirstMakesNoReduction() {
        var history = PriceHistory.NONE.next(sold(7_000, null), day(0)).next(sold(10_000, sale(7_000, 0, 99)), day(10));

        assertThat(prior(history, 10)).isEqualTo(7_000);
    }

    @Test
    void whatIsNewIsComparedWithItsOwnTime() {
        var history = PriceHistory.NONE.next(sold(10_000, sale(8_000, 3, 9)), day(0));

        assertThat(prior(history, 3)).isEqualTo(10_000);
    }

    @Test
    void whatNobodyCouldBuyBeforeIsComparedWithNothing() {
        var history = PriceHistory.NONE.next(sold(10_000, sale(8_000, 0, 9)), day(0));

        assertThat(history.priorPrice(SKU, day(1))).isEmpty();
        assertThat(PriceHistory.NONE.priorPrice(SKU, day(1))).isEmpty();
    }

    @Test
    void onlyAReductionIsCompared() {
        var history = PriceHistory.NONE.next(sold(10_000, sale(8_000, 3, 9)), day(0));

        assertThat(history.priorPrice(SKU, day(2))).isEmpty();
        assertThat(history.priorPrice(SKU, day(9))).isEmpty();
        assertThat(history.next(List.of(), day(5)).priorPrice(SKU, day(6))).isEmpty();
    }

    @Test
    void aPriceInAnotherCurrencyIsComparedWithNothing() {
        var history = PriceHistory.NONE
                .next(sold(10, null), day(0))
                .next(List.of(new Variant(SKU, Map.of(), Money.of(90, "USD"), sale(80, 9, 19))), day(5));

        assertThat(history.priorPrice(SKU, day(10))).contains(Money.of(90, "USD"));
    }

    @Test
    void aSaleBecomesHistoryWithoutAnythingHappening() {
        var history = PriceHistory.NONE.next(sold(10_000, sale(8_000, 3, 9)), day(0));

        assertThat(history.until(day(2), SKU)).containsExactly(period(10_000, false, 0, null));
        assertThat(history.until(day(3), SKU))
                .containsExactly(period(10_000, false, 0, 3), period(8_000, true, 3, null));
        assertThat(history.until(day(9), SKU))
                .containsExactly(
                        period(10_000, false, 0, 3), period(8_000, true, 3, 9), period(10_000, false, 9, null));
    }

    @Test
    void aSaleThatIsTakenBackWasThereUntilThen() {
        var history =
                PriceHistory.NONE.next(sold(10_000, sale(8_000, 3, 9)), day(0)).next(sold(10_000, null), day(4));

        assertThat(history.until(day(5), SKU))
                .containsExactly(
                        period(10_000, false, 0, 3), period(8_000, true, 3, 4), period(10_000, false, 4, null));
    }

    @Test
    void aVersionThatSaysNothingNewOfThePriceGoesOn() {
        var history = PriceHistory.NONE.next(sold(10_000, null), day(0));

        assertThat(history.next(sold(10_000, null), day(7))).isEqualTo(history);
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        var history = PriceHistory.NONE
                .next(sold(10_000, null), day(0))
                .next(sold(9_000, null), day(1))
                .next(sold(8_000, null), day(402));

        assertThat(history.until(day(402), SKU))
                .containsExactly(period(9_000, false, 1, 402), period(8_000, false, 402, null));
    }

    @Test
    void whateverIsDoneToItItHasAnEnd() {
        var history = PriceHistory.NONE;
        for (int i = 0; i < PriceHistory.MOST + 10; i++) {
            history = history.next(sold(i, null), BEGIN.plusSeconds(i));
        }

        assertThat(history.offers()).hasSize(PriceHistory.MOST);
        assertThat(history.offers().getLast().until()).isNull();
    }

    private static long prior(PriceHistory history, int day) {
        return history.priorPrice(SKU, day(day)).orElseThrow().amount();
    }

    private static List<Variant> sold(long list, @Nullable Sale sale) {
        return List.of(new Variant(SKU, Map.of(), Money.of(list, "EUR"), sale));
    }

    private static Sale sale(long amount, int from, int until) {
        return new Sale(amount, day(from), day(until));
    }

    private static Period period(long amount, boolean reduced, int from, @Nullable Integer until) {
        return new Period(Money.of(amount, "EUR"), reduced, day(from), until == null ? null : day(until));
    }

    private static Instant day(int number) {
        return BEGIN.plus(Duration.ofDays(number));
    }
}
