package com.ecom.order.markets;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import com.ecom.order.markets.MarketRefusal.CodeNotUsable;
import com.ecom.order.markets.MarketRefusal.NoSuchMarket;
import com.ecom.order.markets.MarketRefusal.NotShippedThere;
import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.markets.MarketRefusal.ShippingNotPossible;
import com.ecom.order.markets.MarketRefusal.TaxUnknown;
import com.ecom.order.markets.SimulatedBill.Way;
import com.ecom.order.markets.SimulationRequest.SimulatedItem;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.totals.Basket;
import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Bill;
import com.ecom.order.model.totals.Calculator;
import com.ecom.order.model.totals.Shipping;
import com.ecom.order.model.totals.TaxRates;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a basket would cost, at the prices of today; it keeps nothing and promises nothing. */
@Component
class SimulateBill {

    private static final Comparator<Priced> CHEAPEST =
            Comparator.comparingLong((Priced it) -> it.bill().total()).thenComparing(Priced::method);

    private final Markets markets;
    private final Prices prices;
    private final Clock clock;

    SimulateBill(Markets markets, Prices prices, Clock clock) {
        this.markets = markets;
        this.prices = prices;
        this.clock = clock;
    }

    SimulatedBill handle(String market, SimulationRequest request) {
        var entry = markets.find(market);
        var draft = request.rules();
        var version =
                draft == null ? entry.map(MarketEntry::version).orElseThrow(() -> new NoSuchMarket(market)) : null;
        var tables = MarketTables.of(
                draft == null ? entry.map(MarketEntry::rules).orElseThrow(() -> new NoSuchMarket(market)) : draft);
        var at = requireNonNullElse(request.at(), clock.instant());
        try {
            var all = price(tables, request, at);
            var chosen = all.stream()
                    .filter(it -> request.method() == null || it.method().equals(request.method()))
                    .min(CHEAPEST)
                    .orElseThrow(ShippingNotPossible::new);
            var ways = all.stream()
                    .filter(it -> !it.method().isEmpty())
                    .sorted(CHEAPEST)
                    .map(it -> new Way(
                            it.method(), it.bill().shipping().paid(), it.bill().total()))
                    .toList();
            return SimulatedBill.of(version, at, chosen.bill(), ways);
        } catch (ArithmeticException e) {
            throw new OrderRefusal.TotalTooLarge();
        } catch (IllegalArgumentException e) {
            throw new RulesContradict(String.valueOf(e.getMessage()));
        }
    }

    /** By every way in which it can be shipped; once, without, where nothing is shipped or shipping is not set up. */
    private List<Priced> price(MarketTables tables, SimulationRequest request, Instant at) {
        var lines = linesOf(tables, request.items());
        var codes = requireNonNullElse(request.codes(), Set.<String>of());
        var known = tables.codes().collect(toSet());
        var unknown = codes.stream().filter(not(known::contains)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new CodeNotUsable(unknown);
        }
        var rates = tables.ratesAt(request.place(), at);
        requireRates(rates, lines.stream().map(BasketLine::taxCategory));
        var isShipped = lines.stream().anyMatch(it -> !it.digital());
        if (!tables.ships() || !isShipped) {
            return List.of(priced(tables, request, lines, null, rates, at));
        }
        if (tables.shipping().zoneOf(request.place()).isEmpty()) {
            throw new NotShippedThere();
        }
        var ways = tables.shipping().waysTo(request.place(), tables.market().currency(), lines);
        requireRates(rates, ways.stream().map(Shipping::taxCategory).filter(Objects::nonNull));
        return ways.stream()
                .map(way -> priced(tables, request, lines, way, rates, at))
                .toList();
    }

    private static Priced priced(
            MarketTables tables,
            SimulationRequest request,
            List<BasketLine> lines,
            @Nullable Shipping way,
            TaxRates rates,
            Instant at) {
        var basket = new Basket(
                tables.market(),
                lines,
                tables.promotionsWith(requireNonNullElse(request.codes(), Set.of())),
                way,
                rates,
                request.toShopper(),
                at);
        return new Priced(way == null ? "" : way.method(), Calculator.billFor(basket));
    }

    /** What has no price in the currency of the market is not for sale there. */
    private List<BasketLine> linesOf(MarketTables tables, List<SimulatedItem> items) {
        var offers = prices.of(items.stream().map(SimulatedItem::sku).toList());
        var missing = items.stream()
                .map(SimulatedItem::sku)
                .filter(it -> !offers.containsKey(it)
                        || !requireNonNull(offers.get(it))
                                .price()
                                .currency()
                                .equals(tables.market().currency()))
                .toList();
        if (!missing.isEmpty()) {
            throw new OrderRefusal.NotForSale(missing);
        }
        return items.stream().map(it -> line(it, offers)).toList();
    }

    private static BasketLine line(SimulatedItem it, Map<String, Offer> offers) {
        var offer = requireNonNull(offers.get(it.sku()));
        return new BasketLine(
                it.sku(),
                offer.productId(),
                requireNonNullElse(it.categories(), Set.of()),
                it.quantity(),
                offer.price().amount(),
                requireNonNullElse(it.taxCategory(), "standard"),
                requireNonNullElse(it.onSale(), false),
                requireNonNullElse(it.digital(), false),
                it.weightGrams());
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

    /** @param method empty where nothing is shipped */
    private record Priced(String method, Bill bill) {}
}
