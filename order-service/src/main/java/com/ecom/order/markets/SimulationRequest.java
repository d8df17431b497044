package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.core.address.Country;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.order.model.rates.Place;
import com.ecom.order.model.totals.Shopper;
import com.ecom.order.model.totals.Shopper.Exemption;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param at when; now if absent
 * @param method how it is shipped; the cheapest way if absent
 * @param rules to be tried out instead of those of the market
 */
record SimulationRequest(
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull SimulatedItem> items,
        @NotNull @Country String country,
        @Nullable @Characters(max = 80) String region,
        @Nullable @Characters(max = 20) String postalCode,
        @Nullable Instant at,
        @Nullable @Pattern(regexp = MarketRules.ID) String method,
        @Nullable @Size(max = 5) Set<@NotNull @Pattern(regexp = PromotionRule.CODE) String> codes,
        @Nullable @Valid SimulatedShopper shopper,
        @Nullable @Valid MarketRules rules) {

    @AssertTrue(message = "each SKU once")
    boolean isEachSkuOnce() {
        return items == null
                || items.stream()
                                .map(it -> it == null ? null : it.sku())
                                .distinct()
                                .count()
                        == items.size();
    }

    Place place() {
        return new Place(country, requireNonNullElse(region, ""), requireNonNullElse(postalCode, ""));
    }

    Shopper toShopper() {
        return shopper == null
                ? new Shopper(false, false, Set.of(), country, null)
                : new Shopper(
                        requireNonNullElse(shopper.account(), false),
                        requireNonNullElse(shopper.firstOrder(), false),
                        requireNonNullElse(shopper.groups(), Set.of()),
                        country,
                        shopper.exemption());
    }

    /**
     * A SKU at its price of today, and what rules ask about it that our copy of the catalogue does not say yet.
     *
     * @param taxCategory {@code standard} if absent
     */
    record SimulatedItem(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @Positive @Max(1_000) int quantity,
            @Nullable @Pattern(regexp = MarketRules.ID) String taxCategory,
            @Nullable @Size(max = 20) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> categories,
            @Nullable @Min(0) @Max(10_000_000) Integer weightGrams,
            @Nullable Boolean digital,
            @Nullable Boolean onSale) {}

    record SimulatedShopper(
            @Nullable Boolean account,
            @Nullable Boolean firstOrder,
            @Nullable @Size(max = 20) Set<@NotNull @Pattern(regexp = MarketRules.ID) String> groups,
            @Nullable Exemption exemption) {}
}
