package com.ecom.order.markets;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.rates.Place;
import com.ecom.order.model.rates.ShippingTable;
import com.ecom.order.model.rates.TaxTable;
import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Market;
import com.ecom.order.model.totals.Promotion;
import com.ecom.order.model.totals.TaxRates;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a market as the calculation wants them.
 *
 * @param promotions in the words of staff, with their codes
 * @param goods what the market says of them
 */
record MarketTables(
        Market market, TaxTable taxes, ShippingTable shipping, List<PromotionRule> promotions, List<GoodsRule> goods) {

    /** Each of these is one more way in which every basket is valued. */
    private static final int MOST_ALONE = 20;

    /** @throws RulesContradict if they cannot be applied, whatever is in the basket */
    static MarketTables of(MarketRules rules) {
        try {
            var currency = Currency.getInstance(rules.currency());
            var market = new Market(
                    currency, rules.priceMode(), requireNonNull(rules.step()), requireNonNull(rules.taxRounding()));
            var shipping = requireNonNull(rules.shipping());
            var promotions = requireNonNull(rules.promotions());
            var zones = requireNonNull(rules.zones());
            requireOnce("zone", zones, ZoneRule::id);
            requireOnce("way of shipping", shipping, ShippingRule::id);
            requireOnce("promotion", promotions, PromotionRule::id);
            if (promotions.stream().filter(PromotionRule::standsAlone).count() > MOST_ALONE) {
                throw new IllegalArgumentException("more than %d exclusive promotions".formatted(MOST_ALONE));
            }
            var rates = shipping.stream().flatMap(it -> it.toRates(currency)).toList();
            requireOnce("price of shipping", rates, it -> it.method() + " in " + it.zone());
            var known = zones.stream().map(ZoneRule::id).toList();
            rates.stream().filter(it -> !known.contains(it.zone())).findFirst().ifPresent(it -> {
                throw new IllegalArgumentException("no zone " + it.zone());
            });
            rates.stream().flatMap(it -> it.tariff().prices().stream()).forEach(market::require);
            promotions.forEach(it -> market.require(it.toPromotion().effect().fixed()));
            return new MarketTables(
                    market,
                    new TaxTable(requireNonNull(rules.taxes()).stream()
                            .map(TaxRule::toRow)
                            .toList()),
                    new ShippingTable(
                            zones.stream().map(ZoneRule::toZone).toList(),
                            shipping.stream().map(ShippingRule::toMethod).toList(),
                            rates),
                    promotions,
                    requireNonNull(rules.goods()));
        } catch (IllegalArgumentException e) {
            throw new RulesContradict(requireNonNullElse(e.getMessage(), "there is no such currency"));
        }
    }

    /** The same rules, once it is known that they can be applied. */
    static MarketRules requireApplicable(MarketRules rules) {
        if (of(rules).market().currency().getDefaultFractionDigits() < 0) {
            throw new RulesContradict("nobody can pay in " + rules.currency());
        }
        return rules;
    }

    /** Where no tax is set up at all there is none. */
    TaxRates ratesAt(Place place, Instant time) {
        return taxes.rows().isEmpty() ? TaxRates.NONE : taxes.ratesAt(place, time);
    }

    /** What nobody says anything about is taxed as {@code standard}, is no download, and has no known weight. */
    BasketLine lineOf(Offer offer, int quantity, @Nullable Set<String> said) {
        var categories =
                said != null ? said : Stream.ofNullable(offer.category()).collect(toSet());
        var about = goods.stream()
                .filter(it -> it.isAbout(offer.sku(), offer.productId(), categories))
                .toList();
        return new BasketLine(
                offer.sku(),
                offer.productId(),
                categories,
                quantity,
                offer.price().amount(),
                firstOf(about, GoodsRule::taxCategory).orElse("standard"),
                offer.isReduced(),
                offer.isReduced() ? offer.listPrice() : null,
                firstOf(about, GoodsRule::digital).orElse(false),
                firstOf(about, GoodsRule::weightGrams).orElse(null));
    }

    /** When a rate of tax or a promotion begins or ends next. */
    Optional<Instant> nextEdgeAfter(Instant time) {
        var ofTaxes = taxes.rows().stream().flatMap(it -> Stream.of(it.from(), it.until()));
        var ofPromotions = promotions.stream().flatMap(it -> Stream.of(it.startsAt(), it.endsAt()));
        return Stream.<@Nullable Instant>concat(ofTaxes, ofPromotions)
                .filter(it -> it != null && it.isAfter(time))
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder());
    }

    private static <T> Optional<T> firstOf(List<GoodsRule> rules, Function<GoodsRule, @Nullable T> said) {
        return rules.stream()
                .map(said)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    boolean ships() {
        return !shipping.methods().isEmpty();
    }

    /** Those that count by themselves, and those of which a code was entered. */
    List<Promotion> promotionsWith(Set<String> codes) {
        return promotions.stream()
                .filter(it -> it.isOpenTo(codes))
                .map(PromotionRule::toPromotion)
                .toList();
    }

    /** What shoppers read of promotions, by id. */
    Map<String, String> names() {
        return promotions.stream().collect(toMap(PromotionRule::id, PromotionRule::name));
    }

    Stream<String> codes() {
        return promotions.stream().flatMap(it -> it.codes() == null ? Stream.empty() : it.codes().stream());
    }

    private static <T> void requireOnce(String what, List<T> all, Function<T, String> id) {
        all.stream().collect(groupingBy(id, counting())).forEach((name, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException("%s %s is there twice".formatted(what, name));
            }
        });
    }
}
