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
import com.ecom.order.model.totals.Bill;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.quoting.QuoteView.EnteredCode;
import com.ecom.order.uses.Use;
import com.ecom.order.uses.UseCounts;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /** @param items what is wanted, as the request says or the caller's cart */
    QuoteView handle(Caller caller, QuoteRequest request, List<Item> items) {
        var now = clock.instant();
        var offers = pricing.offersFor(items.stream());
        var units = pricing.price(items, offers).stream().collect(toMap(OrderLine::sku, OrderLine::quantity));
        var market = markets.forGoods(offers.values(), request.country());
        var codes = request.codesAsKept();
        var methods = market.price(units, offers, situation(caller, request, market, now));
        var bill = PricedMethod.chosenFrom(methods, request.shippingMethod()).bill();
        var quote = new Quote(
                UuidCreator.getTimeOrderedEpoch(),
                caller.id(),
                endOf(market, now),
                request.items() == null,
                market.name(),
                market.version(),
                request.place(),
                bill,
                market.usesIn(bill, codes, caller.id()),
                market.namesIn(bill));
        pricing.accept(quote.total(), null, true);
        var entered = codes.stream()
                .sorted()
                .map(it -> new EnteredCode(it, market.openedBy(it)))
                .toList();
        return QuoteView.of(quote, quotes.sign(quote), entered, methods, notices(caller, request, bill));
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

    /** A quote never outlives a change that is known already. */
    private static Instant endOf(MarketInForce market, Instant now) {
        var end = now.plus(KEPT);
        return market.nextEdgeAfter(now).filter(it -> it.isBefore(end)).orElse(end);
    }

    private List<QuoteNotice> notices(Caller caller, QuoteRequest request, Bill bill) {
        return request.replaces() == null
                ? List.of()
                : QuoteNotice.between(
                        quotes.open(request.replaces(), caller.id()).bill(), bill);
    }
}
