package com.ecom.order.quoting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.order.baskets.Item;
import com.ecom.order.baskets.Pricing;
import com.ecom.order.markets.MarketInForce;
import com.ecom.order.markets.MarketInForce.Situation;
import com.ecom.order.markets.MarketsInForce;
import com.ecom.order.markets.PricedMethod;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.quoting.QuoteView.EnteredCode;
import com.ecom.order.uses.Use;
import com.ecom.order.uses.UseCounts;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says what a basket costs, and promises it. Nothing is stored. */
@Component
@RequiredArgsConstructor
class MakeQuote {

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final MarketsInForce markets;
    private final Pricing pricing;
    private final Newcomers newcomers;
    private final UseCounts counts;
    private final Quotes quotes;
    private final Clock clock;

    /**
     * What is in a cart and not for sale is left out, and said; what a request names has to be for sale.
     *
     * @param wanted as the request says, or the caller's cart
     */
    QuoteView handle(Caller caller, QuoteRequest request, List<Item> wanted) {
        var now = clock.instant();
        var offers = pricing.offersFor(wanted.stream());
        var items = request.items() == null ? soldOf(wanted, offers) : wanted;
        var leftOut = wanted.stream()
                .map(Item::sku)
                .filter(it -> !offers.containsKey(it))
                .collect(toSet());
        var units = pricing.price(items, offers).stream().collect(toMap(OrderLine::sku, OrderLine::quantity));
        var market = markets.forGoods(offers.values(), request.country());
        var codes = request.codesAsKept();
        var methods = market.price(units, offers, situation(caller, request, market, now));
        var bill = PricedMethod.chosenFrom(methods, request.shippingMethod()).bill();
        var quote = new Quote(
                UuidCreator.getTimeOrderedEpoch(),
                caller.id(),
                endOf(market, offers.values(), now),
                request.items() == null,
                market.name(),
                market.version(),
                request.place(),
                bill,
                market.usesIn(bill, codes, caller.id()),
                market.namesIn(bill),
                leftOut);
        pricing.accept(quote.total(), null, true);
        var entered = codes.stream()
                .sorted()
                .map(it -> new EnteredCode(it, market.openedBy(it)))
                .toList();
        return QuoteView.of(quote, quotes.sign(quote), entered, methods, notices(caller, request, quote));
    }

    private Situation situation(Caller caller, QuoteRequest request, MarketInForce market, Instant now) {
        var codes = request.codesAsKept();
        var isNew = market.greetsNewcomers() && newcomers.include(caller.id());
        var limits = market.limitsFor(codes, caller.id());
        var full = counts.full(limits);
        var usedUp = limits.stream()
                .filter(it -> full.contains(it.counter()))
                .map(Use::promotion)
                .collect(toSet());
        var shopper = new Shopper(!caller.has(Role.GUEST), isNew, Set.of(), request.country(), null);
        return new Situation(codes, usedUp, request.place(), shopper, now);
    }

    /** A quote never outlives a change that is known already: of a rule, of a price, or of whether something is sold. */
    private static Instant endOf(MarketInForce market, Collection<Offer> offers, Instant now) {
        return Stream.concat(market.nextEdgeAfter(now).stream(), offers.stream().flatMap(it -> it.changesAt().stream()))
                .reduce(now.plus(KEPT), (one, other) -> one.isBefore(other) ? one : other);
    }

    private List<QuoteNotice> notices(Caller caller, QuoteRequest request, Quote quote) {
        var before = request.replaces() == null
                ? quote.bill()
                : quotes.open(request.replaces(), caller.id()).bill();
        return QuoteNotice.between(before, quote);
    }

    /** All of them where none is for sale, so that the refusal names them. */
    private static List<Item> soldOf(List<Item> wanted, Map<String, Offer> offers) {
        var sold = wanted.stream().filter(it -> offers.containsKey(it.sku())).toList();
        return sold.isEmpty() ? wanted : sold;
    }
}
