package com.ecom.order.model.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.rates.ShippingTable.Method;
import com.ecom.order.model.rates.ShippingTable.Rate;
import com.ecom.order.model.rates.ShippingTable.Zone;
import com.ecom.order.model.totals.Basket;
import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Calculator;
import com.ecom.order.model.totals.Market;
import com.ecom.order.model.totals.Shipping;
import com.ecom.order.model.totals.Shipping.TaxPolicy;
import com.ecom.order.model.totals.Shipping.Threshold;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.model.totals.Tariff;
import com.ecom.order.model.totals.Tariff.Flat;
import com.ecom.order.model.totals.Tariff.Measure;
import com.ecom.order.model.totals.Tariff.Tier;
import com.ecom.order.model.totals.Tariff.Tiered;
import com.ecom.order.model.totals.TaxRates;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShippingTableTests {

    private static final Currency CHF = Currency.getInstance("CHF");
    private static final Place ZURICH = new Place("CH", "ZH", "8001");
    private static final Place DAVOS = new Place("CH", "GR", "7270");

    private final ShippingTable table = new ShippingTable(
            List.of(
                    new Zone("valley", List.of(Area.country("CH"))),
                    new Zone("mountains", List.of(new Area("CH", "GR", ""), new Area("CH", "", "39")))),
            List.of(
                    new Method("post", Threshold.AFTER_DISCOUNTS, TaxPolicy.PROPORTIONAL, null, 30_000L, Set.of()),
                    new Method("bike", Threshold.AFTER_DISCOUNTS, TaxPolicy.PROPORTIONAL, null, null, Set.of("glass"))),
            List.of(
                    new Rate("post", "valley", CHF, byWeight(), 10_000L),
                    new Rate("post", "mountains", CHF, new Flat(1_500), null),
                    new Rate("bike", "valley", CHF, new Flat(900), null)));

    @Test
    void anAddressIsInTheZoneWithTheNarrowestAreaAroundIt() {
        assertThat(table.zoneOf(ZURICH).map(Zone::id)).contains("valley");
        assertThat(table.zoneOf(DAVOS).map(Zone::id)).contains("mountains");
        assertThat(table.zoneOf(new Place("CH", "VS", "3920")).map(Zone::id)).contains("mountains");
        assertThat(table.zoneOf(new Place("LI", "", "9490"))).isEmpty();
    }

    @Test
    void offersWhatGoesThere() {
        assertThat(waysTo(ZURICH, line(2_000, false))).containsExactly("post", "bike");
        assertThat(waysTo(DAVOS, line(2_000, false))).containsExactly("post");
        assertThat(waysTo(new Place("LI", "", "9490"), line(2_000, false))).isEmpty();
        assertThat(table.waysTo(ZURICH, Currency.getInstance("EUR"), List.of(line(2_000, false))))
                .isEmpty();
    }

    @Test
    void offersNothingThatTheGoodsCannotGoBy() {
        assertThat(waysTo(ZURICH, line(31_000, false))).containsExactly("bike");
        assertThat(waysTo(ZURICH, line(2_000, false, "glass"))).containsExactly("post");
        assertThat(waysTo(ZURICH, line(null, false))).containsExactly("bike");
        assertThat(waysTo(ZURICH, line(null, true, "glass"))).containsExactly("post", "bike");
    }

    @Test
    void costsByWeightWithTheLowerBoundOfATierInIt() {
        assertThat(costOf(line(1_999, false))).isEqualTo(700);
        assertThat(costOf(line(2_000, false))).isEqualTo(1_100);
    }

    private long costOf(BasketLine line) {
        Shipping post = table.waysTo(ZURICH, CHF, List.of(line)).getFirst();
        var shopper = new Shopper(false, false, Set.of(), "CH", null);
        return Calculator.billFor(new Basket(
                        Market.gross(CHF), List.of(line), List.of(), post, TaxRates.NONE, shopper, Instant.EPOCH))
                .shipping()
                .price();
    }

    private List<String> waysTo(Place place, BasketLine line) {
        return table.waysTo(place, CHF, List.of(line)).stream()
                .map(Shipping::method)
                .toList();
    }

    private static Tariff byWeight() {
        return new Tiered(Measure.WEIGHT, List.of(new Tier(0, 700), new Tier(2_000, 1_100)));
    }

    private static BasketLine line(@Nullable Integer grams, boolean digital, String... categories) {
        return new BasketLine("CUP", "P", Set.of(categories), 1, 2_500, "standard", false, digital, grams);
    }
}
