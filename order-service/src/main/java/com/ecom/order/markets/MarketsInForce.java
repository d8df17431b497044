package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices.Offer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The markets that sell, by the newest version of their rules. Every instance looks for newer ones each second, so that nobody
 * who orders pays for that.
 */
@Component
@RequiredArgsConstructor
public class MarketsInForce {

    private final Markets markets;
    private volatile @Nullable Map<String, MarketInForce> known;

    /** Whether a market sells there, so that nothing is sold there by other rules. */
    public boolean sellTo(String country) {
        return all().stream().anyMatch(it -> it.sellsTo(country));
    }

    /**
     * The market that sells these goods there.
     *
     * @param offers what is wanted
     * @throws OrderRefusal.NotForSale if there are markets, and none of them sells in the currency of these goods
     */
    public MarketInForce forGoods(Collection<Offer> offers, String country) {
        var currency = offers.iterator().next().price().currency();
        var there = all().stream().filter(it -> it.sellsTo(country)).toList();
        return there.stream()
                .filter(it -> it.currency().equals(currency))
                .findFirst()
                .orElseGet(() -> {
                    if (there.isEmpty()) {
                        return MarketInForce.without(currency);
                    }
                    throw new OrderRefusal.NotForSale(
                            offers.stream().map(Offer::sku).sorted().toList());
                });
    }

    /** An address has one market for each currency. */
    void requireAlone(String name, MarketRules rules) {
        refresh();
        var countries = requireNonNullElse(rules.countries(), Set.<String>of());
        all().stream()
                .filter(it -> !it.name().equals(name)
                        && it.currency().getCurrencyCode().equals(rules.currency()))
                .filter(it -> countries.stream().anyMatch(it::sellsTo))
                .findFirst()
                .ifPresent(it -> {
                    throw new RulesContradict("%s sells there in that currency".formatted(it.name()));
                });
    }

    /** Reads the rules that have changed, and keeps the others. */
    @Scheduled(fixedDelayString = "${ecom.markets.refresh-every:PT1S}")
    void refresh() {
        var before = requireNonNullElse(known, Map.<String, MarketInForce>of());
        known = markets.newestVersions().entrySet().stream()
                .map(it -> {
                    var same = before.get(it.getKey());
                    return same != null && same.version() == it.getValue()
                            ? same
                            : markets.find(it.getKey(), it.getValue())
                                    .map(MarketInForce::of)
                                    .orElseThrow();
                })
                .collect(toMap(MarketInForce::name, Function.identity(), (one, _) -> one, TreeMap::new));
    }

    private Collection<MarketInForce> all() {
        if (known == null) {
            refresh();
        }
        return requireNonNullElse(known, Map.<String, MarketInForce>of()).values();
    }
}
