package com.ecom.order.model.rates;

import com.ecom.order.model.totals.BasketLine;
import com.ecom.order.model.totals.Shipping;
import com.ecom.order.model.totals.Tariff;
import com.ecom.order.model.totals.Tariff.Measure;
import com.ecom.order.model.totals.Tariff.Tiered;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the shop ships to, and how. An address is in one zone: the one with the narrowest area around it. */
public record ShippingTable(List<Zone> zones, List<Method> methods, List<Rate> rates) {

    public ShippingTable {
        zones = List.copyOf(zones);
        methods = List.copyOf(methods);
        rates = List.copyOf(rates);
    }

    /** Empty where nothing is shipped to. */
    public Optional<Zone> zoneOf(Place place) {
        return zones.stream()
                .flatMap(zone -> zone.areas().stream()
                        .filter(it -> it.contains(place))
                        .map(it -> new Around(zone, it.narrowness())))
                .max(Comparator.comparingInt(Around::narrowness)
                        .thenComparing(it -> it.zone().id(), Comparator.reverseOrder()))
                .map(Around::zone);
    }

    /** The ways to ship these lines there in that currency; none where a line cannot go, or its weight is not known. */
    public List<Shipping> waysTo(Place place, Currency currency, List<BasketLine> lines) {
        return zoneOf(place).stream()
                .flatMap(zone -> methods.stream()
                        .flatMap(method -> rateOf(method, zone, currency).stream()
                                .filter(rate -> method.takes(lines) && rate.canMeasure(lines))
                                .map(rate -> method.at(rate))))
                .toList();
    }

    private Optional<Rate> rateOf(Method method, Zone zone, Currency currency) {
        return rates.stream()
                .filter(it -> it.method().equals(method.id())
                        && it.zone().equals(zone.id())
                        && it.currency().equals(currency))
                .findFirst();
    }

    public record Zone(String id, List<Area> areas) {
        public Zone {
            areas = List.copyOf(areas);
        }
    }

    /**
     * @param maxWeightGrams of all that is shipped together; absent for any
     * @param excludedCategories of the catalogue, which do not go that way
     */
    public record Method(
            String id,
            Shipping.Threshold threshold,
            Shipping.TaxPolicy taxPolicy,
            @Nullable String taxCategory,
            @Nullable Long maxWeightGrams,
            Set<String> excludedCategories) {

        public Method {
            excludedCategories = Set.copyOf(excludedCategories);
        }

        boolean takes(List<BasketLine> lines) {
            var shipped = shipped(lines).toList();
            return shipped.stream().allMatch(it -> Collections.disjoint(excludedCategories, it.categories()))
                    && (maxWeightGrams == null || (areWeighed(lines) && weight(lines) <= maxWeightGrams));
        }

        Shipping at(Rate rate) {
            return new Shipping(id, rate.tariff(), rate.freeFrom(), threshold, taxPolicy, taxCategory);
        }
    }

    /** @param freeFrom what the goods must cost for it to cost nothing; absent for never */
    public record Rate(
            String method,
            String zone,
            Currency currency,
            Tariff tariff,
            @Nullable Long freeFrom) {

        boolean canMeasure(List<BasketLine> lines) {
            return !(tariff instanceof Tiered it) || it.by() != Measure.WEIGHT || areWeighed(lines);
        }
    }

    private static boolean areWeighed(List<BasketLine> lines) {
        return shipped(lines).allMatch(it -> it.weightGrams() != null);
    }

    private static long weight(List<BasketLine> lines) {
        return shipped(lines)
                .mapToLong(it -> Math.multiplyExact(
                        (long) Optional.ofNullable(it.weightGrams()).orElseThrow(), it.quantity()))
                .sum();
    }

    private static Stream<BasketLine> shipped(List<BasketLine> lines) {
        return lines.stream().filter(it -> !it.digital());
    }

    private record Around(Zone zone, int narrowness) {}
}
