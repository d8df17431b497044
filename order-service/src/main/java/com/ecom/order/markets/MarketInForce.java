package com.ecom.order.markets;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.ecom.order.markets.MarketRefusal.CodeNotUsable;
import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.rates.Place;
import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Bill;
import com.ecom.order.model.totals.Bill.Discount;
import com.ecom.order.model.totals.Bill.NotApplied;
import com.ecom.order.model.totals.Bill.Reason;
import com.ecom.order.model.totals.Market.PriceMode;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.uses.Use;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** A market that sells, by one version of its rules. */
public final class MarketInForce {

    private final String name;
    private final int version;
    private final Set<String> countries;
    private final MarketTables tables;

    private MarketInForce(String name, int version, Set<String> countries, MarketTables tables) {
        this.name = name;
        this.version = version;
        this.countries = countries;
        this.tables = tables;
    }

    static MarketInForce of(MarketEntry entry) {
        var countries = entry.rules().countries();
        return new MarketInForce(
                entry.market(),
                entry.version(),
                countries == null ? Set.of() : Set.copyOf(countries),
                MarketTables.of(entry.rules()));
    }

    /** Where no market sells, things cost what their units do: no promotion, no tax, no shipping. */
    static MarketInForce without(Currency currency) {
        var rules = new MarketRules(
                currency.getCurrencyCode(), PriceMode.GROSS, null, null, null, null, null, null, null, null);
        return of(new MarketEntry("", 0, rules));
    }

    /** Empty where no market sells. */
    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    boolean sellsTo(String country) {
        return countries.contains(country);
    }

    Currency currency() {
        return tables.market().currency();
    }

    public Optional<Instant> nextEdgeAfter(Instant time) {
        return tables.nextEdgeAfter(time);
    }

    /** Whether it matters that somebody has bought nothing before. */
    public boolean greetsNewcomers() {
        return tables.promotions().stream().anyMatch(PromotionRule::isForFirstOrders);
    }

    /** What an order with these codes might use of promotions that may be used only so often. */
    public List<Use> limitsFor(Set<String> codes, UUID customer) {
        return tables.promotions().stream()
                .filter(it -> it.isOpenTo(codes))
                .flatMap(it -> it.usesIn(name, codes, customer))
                .toList();
    }

    /** What an order with this bill uses of them. */
    public List<Use> usesIn(Bill bill, Set<String> codes, UUID customer) {
        var applied = bill.discounts().stream().map(Discount::promotionId).toList();
        return limitsFor(codes, customer).stream()
                .filter(it -> applied.contains(it.promotion()))
                .toList();
    }

    /** The names of the promotions that take something off, by id. */
    public Map<String, String> namesIn(Bill bill) {
        var names = tables.names();
        return bill.discounts().stream()
                .map(Discount::promotionId)
                .distinct()
                .collect(toMap(it -> it, it -> requireNonNull(names.get(it))));
    }

    /** The promotions that a code opens. */
    public List<String> openedBy(String code) {
        return tables.promotions().stream()
                .filter(it -> it.hasCode(code))
                .map(PromotionRule::id)
                .toList();
    }

    /**
     * What goods cost a shopper by each way of shipping; none where nothing takes them there.
     *
     * @param units by SKU, all of which are offered
     * @throws OrderRefusal.NotForSale if something has no price that can be charged here
     */
    public List<PricedMethod> price(Map<String, Integer> units, Map<String, Offer> offers, Situation situation) {
        var promotions = tables.promotions().stream()
                .filter(it ->
                        it.isOpenTo(situation.codes()) && !situation.usedUp().contains(it.id()))
                .toList();
        requireUsable(situation, promotions);
        var lines = lines(units, offers);
        try {
            var priced = new BillsByMethod(
                            tables,
                            promotions.stream().map(PromotionRule::toPromotion).toList(),
                            situation.place(),
                            situation.shopper(),
                            situation.at())
                    .of(lines);
            requireConditionsMet(situation.codes(), promotions, priced);
            return priced;
        } catch (ArithmeticException e) {
            throw new OrderRefusal.TotalTooLarge();
        } catch (IllegalArgumentException e) {
            throw new RulesContradict(String.valueOf(e.getMessage()));
        }
    }

    private List<BasketLine> lines(Map<String, Integer> units, Map<String, Offer> offers) {
        var wanted = units.keySet().stream()
                .sorted()
                .map(it -> requireNonNull(offers.get(it)))
                .toList();
        var unsold = wanted.stream()
                .filter(it -> !it.price().currency().equals(currency())
                        || it.price().amount() % tables.market().step() != 0)
                .map(Offer::sku)
                .toList();
        if (!unsold.isEmpty()) {
            throw new OrderRefusal.NotForSale(unsold);
        }
        return wanted.stream()
                .map(it -> tables.lineOf(it, units.getOrDefault(it.sku(), 0), null))
                .toList();
    }

    /** Whether a code is unknown, not open yet, over or used up is one answer, so that nobody finds out by trying. */
    private static void requireUsable(Situation situation, List<PromotionRule> promotions) {
        refuse(
                situation.codes(),
                code -> promotions.stream().noneMatch(it -> it.hasCode(code) && it.isOpenAt(situation.at())));
    }

    /** The same answer for who does not fulfil what a code asks for, in whichever way it is shipped. */
    private static void requireConditionsMet(
            Set<String> codes, List<PromotionRule> promotions, List<PricedMethod> priced) {
        refuse(
                codes,
                code -> !priced.isEmpty()
                        && promotions.stream()
                                .filter(it -> it.hasCode(code))
                                .map(it -> new NotApplied(it.id(), Reason.CONDITION_NOT_MET))
                                .allMatch(it -> priced.stream()
                                        .allMatch(way -> way.bill().notApplied().contains(it))));
    }

    private static void refuse(Set<String> codes, Predicate<String> isRefused) {
        var refused = codes.stream().filter(isRefused).sorted().toList();
        if (!refused.isEmpty()) {
            throw new CodeNotUsable(refused);
        }
    }

    /**
     * Who asks, and when.
     *
     * @param usedUp promotions that were used as often as they may be
     */
    public record Situation(Set<String> codes, Set<String> usedUp, Place place, Shopper shopper, Instant at) {}
}
