package com.ecom.order.model.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.totals.ItemPrice.Sale;
import com.ecom.order.model.totals.ItemPrice.Tier;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemPriceTests {

    private static final Instant ADVENT = Instant.parse("2026-11-29T00:00:00Z");
    private static final Instant CHRISTMAS = Instant.parse("2026-12-25T00:00:00Z");

    private final ItemPrice price =
            new ItemPrice(1_000, new Sale(800, ADVENT, CHRISTMAS), List.of(new Tier(10, 900), new Tier(100, 700)));

    @Test
    void changesWhereItsSaleBeginsAndEnds() {
        assertThat(price.nextEdgeAfter(ADVENT.minusMillis(1))).contains(ADVENT);
        assertThat(price.nextEdgeAfter(ADVENT)).contains(CHRISTMAS);
        assertThat(price.nextEdgeAfter(CHRISTMAS)).isEmpty();
    }

    @Test
    void aSaleLastsFromItsFirstInstantUntilShortlyBeforeItsEnd() {
        assertThat(price.at(ADVENT.minusMillis(1), 1)).isEqualTo(1_000);
        assertThat(price.at(ADVENT, 1)).isEqualTo(800);
        assertThat(price.at(CHRISTMAS.minusMillis(1), 1)).isEqualTo(800);
        assertThat(price.at(CHRISTMAS, 1)).isEqualTo(1_000);
        assertThat(price.isReducedAt(ADVENT)).isTrue();
        assertThat(price.isReducedAt(CHRISTMAS)).isFalse();
    }

    @Test
    void theLowestPriceThatIsReachedCounts() {
        assertThat(price.at(CHRISTMAS, 9)).isEqualTo(1_000);
        assertThat(price.at(CHRISTMAS, 10)).isEqualTo(900);
        assertThat(price.at(ADVENT, 10)).isEqualTo(800);
        assertThat(price.at(ADVENT, 100)).isEqualTo(700);
    }

    @Test
    void aSaleThatIsDearerReducesNothing() {
        var odd = new ItemPrice(1_000, new Sale(1_200, ADVENT, CHRISTMAS), List.of());

        assertThat(odd.at(ADVENT, 1)).isEqualTo(1_000);
        assertThat(odd.isReducedAt(ADVENT)).isFalse();
    }
}
