package com.ecom.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimedPriceTests {

    private static final Instant ADVENT = Instant.parse("2026-11-29T00:00:00Z");
    private static final Instant CHRISTMAS = Instant.parse("2026-12-25T00:00:00Z");
    private static final Money LIST = Money.of(1_000, "EUR");

    private final TimedPrice price = new TimedPrice(LIST, new Sale(800, ADVENT, CHRISTMAS));

    @Test
    void isReducedFromItsFirstInstantOnUntilShortlyBeforeItsLast() {
        assertThat(price.at(ADVENT.minusMillis(1))).isEqualTo(LIST);
        assertThat(price.at(ADVENT)).isEqualTo(Money.of(800, "EUR"));
        assertThat(price.at(CHRISTMAS.minusMillis(1))).isEqualTo(Money.of(800, "EUR"));
        assertThat(price.at(CHRISTMAS)).isEqualTo(LIST);
    }

    @Test
    void saysItsListPriceOnlyWhileItIsReduced() {
        assertThat(price.listWhileReducedAt(ADVENT.minusMillis(1))).isEmpty();
        assertThat(price.listWhileReducedAt(ADVENT)).contains(LIST);
        assertThat(price.listWhileReducedAt(CHRISTMAS)).isEmpty();
    }

    @Test
    void knowsWhenItChangesNext() {
        assertThat(price.nextEdgeAfter(ADVENT.minusMillis(1))).contains(ADVENT);
        assertThat(price.nextEdgeAfter(ADVENT)).contains(CHRISTMAS);
        assertThat(price.nextEdgeAfter(CHRISTMAS)).isEmpty();
        assertThat(new TimedPrice(LIST, null).nextEdgeAfter(ADVENT)).isEmpty();
    }

    @Test
    void isNeverDearerInASale() {
        var odd = new TimedPrice(LIST, new Sale(1_200, ADVENT, CHRISTMAS));

        assertThat(odd.at(ADVENT)).isEqualTo(LIST);
        assertThat(odd.isReducedAt(ADVENT)).isFalse();
    }
}
