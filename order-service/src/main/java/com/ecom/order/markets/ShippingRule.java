package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.order.model.rates.ShippingTable.Method;
import com.ecom.order.model.rates.ShippingTable.Rate;
import com.ecom.order.model.totals.Shipping.TaxPolicy;
import com.ecom.order.model.totals.Shipping.Threshold;
import com.ecom.order.model.totals.Tariff;
import com.ecom.order.model.totals.Tariff.Flat;
import com.ecom.order.model.totals.Tariff.Measure;
import com.ecom.order.model.totals.Tariff.Tier;
import com.ecom.order.model.totals.Tariff.Tiered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to ship, and what it costs in each zone where there is one.
 *
 * @param threshold which amount of the goods counts for {@code freeFrom} and for tiers by total; after discounts if absent
 * @param taxPolicy in proportion to the goods if absent
 * @param maxWeightGrams of all that is shipped together
 * @param excludedCategories of the catalogue, which do not go that way
 */
record ShippingRule(
        @NotNull @Pattern(regexp = MarketRules.ID) String id,
        @Nullable Threshold threshold,
        @Nullable TaxPolicy taxPolicy,
        @Nullable @Pattern(regexp = MarketRules.ID) String taxCategory,
        @Nullable @Min(1) @Max(100_000_000) Long maxWeightGrams,
        @Nullable @Size(max = 100) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> excludedCategories,
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull ShippingPrice> prices) {

    @AssertTrue(message = "a category of tax with OWN_CATEGORY, and only with it")
    boolean isTaxedOneWay() {
        return (taxPolicy == TaxPolicy.OWN_CATEGORY) == (taxCategory != null);
    }

    Method toMethod() {
        return new Method(
                id,
                requireNonNullElse(threshold, Threshold.AFTER_DISCOUNTS),
                requireNonNullElse(taxPolicy, TaxPolicy.PROPORTIONAL),
                taxCategory,
                maxWeightGrams,
                requireNonNullElse(excludedCategories, Set.of()));
    }

    Stream<Rate> toRates(Currency currency) {
        return prices.stream().map(it -> new Rate(id, it.zone(), currency, it.toTariff(), it.freeFrom()));
    }

    /**
     * @param price whatever is shipped; absent where there are tiers
     * @param by what the tiers go by
     * @param tiers rising, the first from nothing
     * @param freeFrom what the goods must cost for it to cost nothing
     */
    record ShippingPrice(
            @NotNull @Pattern(regexp = MarketRules.ID) String zone,
            @Nullable @Min(0) @Max(MarketRules.MOST) Long price,
            @Nullable Measure by,
            @Nullable @Size(min = 1, max = 50) List<@Valid @NotNull ShippingTier> tiers,
            @Nullable @Min(0) @Max(MarketRules.MOST) Long freeFrom) {

        @AssertTrue(message = "either a price, or tiers with what they go by")
        boolean isOneTariff() {
            return price == null ? by != null && tiers != null : by == null && tiers == null;
        }

        private Tariff toTariff() {
            return by == null || tiers == null
                    ? new Flat(requireNonNullElse(price, 0L))
                    : new Tiered(
                            by,
                            tiers.stream()
                                    .map(it -> new Tier(it.from(), it.price()))
                                    .toList());
        }
    }

    record ShippingTier(
            @NotNull @Min(0) @Max(MarketRules.MOST) Long from,
            @NotNull @Min(0) @Max(MarketRules.MOST) Long price) {}
}
