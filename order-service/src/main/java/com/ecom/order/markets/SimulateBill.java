package com.ecom.order.markets;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.order.markets.MarketRefusal.CodeNotUsable;
import com.ecom.order.markets.MarketRefusal.NoSuchMarket;
import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.markets.SimulatedBill.Way;
import com.ecom.order.markets.SimulationRequest.SimulatedItem;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.totals.BasketLine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a basket would cost, at the prices of today; it keeps nothing and promises nothing. */
@Component
@RequiredArgsConstructor
class SimulateBill {

    private final Markets markets;
    private final Prices prices;
    private final Clock clock;

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
            var chosen = PricedMethod.chosenFrom(all, request.method());
            var ways = all.stream()
                    .filter(it -> !it.method().isEmpty())
                    .sorted(PricedMethod.CHEAPEST)
                    .map(it -> new Way(
                            it.method(), it.bill().shipping().paid(), it.bill().total()))
                    .toList();
            return SimulatedBill.of(version, at, BillView.of(chosen.bill(), tables.names()), ways);
        } catch (ArithmeticException e) {
            throw new OrderRefusal.TotalTooLarge();
        } catch (IllegalArgumentException e) {
            throw new RulesContradict(String.valueOf(e.getMessage()));
        }
    }

    private List<PricedMethod> price(MarketTables tables, SimulationRequest request, Instant at) {
        var codes = requireNonNullElse(request.codes(), Set.<String>of());
        var known = tables.codes().collect(toSet());
        var unknown = codes.stream().filter(not(known::contains)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new CodeNotUsable(unknown);
        }
        return new BillsByMethod(tables, tables.promotionsWith(codes), request.place(), request.toShopper(), at)
                .of(linesOf(tables, request.items(), offersOf(request.items(), request.at())));
    }

    /** At the prices of that time, by the sales that are announced now. */
    private Map<String, Offer> offersOf(List<SimulatedItem> items, @Nullable Instant at) {
        var offers = prices.of(items.stream().map(SimulatedItem::sku).toList());
        return at == null ? offers : offers.values().stream().collect(toMap(Offer::sku, it -> it.at(at)));
    }

    /** What has no price in the currency of the market is not for sale there. */
    private static List<BasketLine> linesOf(MarketTables tables, List<SimulatedItem> items, Map<String, Offer> offers) {
        var missing = items.stream()
                .map(SimulatedItem::sku)
                .filter(it -> !offers.containsKey(it)
                        || !requireNonNull(offers.get(it))
                                .currency()
                                .equals(tables.market().currency()))
                .toList();
        if (!missing.isEmpty()) {
            throw new OrderRefusal.NotForSale(missing);
        }
        return items.stream().map(it -> line(tables, it, offers)).toList();
    }

    /** What the request says about its goods goes before what the market says. */
    private static BasketLine line(MarketTables tables, SimulatedItem it, Map<String, Offer> offers) {
        var offer = requireNonNull(offers.get(it.sku()));
        var line = tables.lineOf(offer, it.quantity(), it.categories());
        return new BasketLine(
                line.sku(),
                line.productId(),
                line.categories(),
                line.quantity(),
                line.unitPrice(),
                requireNonNullElse(it.taxCategory(), line.taxCategory()),
                requireNonNullElse(it.onSale(), line.onSale()),
                line.listPrice(),
                requireNonNullElse(it.digital(), line.digital()),
                it.weightGrams() == null ? line.weightGrams() : it.weightGrams());
    }
}
