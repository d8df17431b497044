package com.ecom.order.markets;

import com.ecom.order.markets.MarketRefusal.NotShippedThere;
import com.ecom.order.markets.MarketRefusal.TaxUnknown;
import com.ecom.order.model.rates.Place;
import com.ecom.order.model.totals.Basket;
import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Calculator;
import com.ecom.order.model.totals.Promotion;
import com.ecom.order.model.totals.Shipping;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.model.totals.TaxRates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a basket costs by the rules of a market, by each way in which it can be shipped. */
record BillsByMethod(MarketTables tables, List<Promotion> promotions, Place place, Shopper shopper, Instant at) {

    /** Once, without a way, where nothing is shipped or shipping is not set up; none where nothing takes these lines. */
    List<PricedMethod> of(List<BasketLine> lines) {
        var rates = tables.ratesAt(place, at);
        requireRates(rates, lines.stream().map(BasketLine::taxCategory));
        var isShipped = lines.stream().anyMatch(it -> !it.digital());
        if (!tables.ships() || !isShipped) {
            return List.of(priced(lines, null, rates));
        }
        if (tables.shipping().zoneOf(place).isEmpty()) {
            throw new NotShippedThere();
        }
        var ways = tables.shipping().waysTo(place, tables.market().currency(), lines);
        requireRates(rates, ways.stream().map(Shipping::taxCategory).filter(Objects::nonNull));
        return ways.stream().map(way -> priced(lines, way, rates)).toList();
    }

    private PricedMethod priced(List<BasketLine> lines, @Nullable Shipping way, TaxRates rates) {
        var basket = new Basket(tables.market(), lines, promotions, way, rates, shopper, at);
        return new PricedMethod(way == null ? "" : way.method(), Calculator.billFor(basket));
    }

    private static void requireRates(TaxRates rates, Stream<@Nullable String> categories) {
        var untaxed = categories
                .map(String::valueOf)
                .filter(it -> rates.otherwise() == null && !rates.byCategory().containsKey(it))
                .distinct()
                .sorted()
                .toList();
        if (!untaxed.isEmpty()) {
            throw new TaxUnknown(untaxed);
        }
    }
}
