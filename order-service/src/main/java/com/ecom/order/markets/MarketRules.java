package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.order.model.totals.Market.PriceMode;
import com.ecom.order.model.totals.Rounding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a market sells by. Without taxes nothing is taxed, without ways of shipping it costs nothing, without promotions
 * everybody pays the price.
 *
 * @param step the smallest amount that can be charged, in minor units; 1 if absent
 * @param taxRounding half up if absent
 * @param countries to which it sells; without any it sells to nobody and can only be simulated
 */
record MarketRules(
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull PriceMode priceMode,
        @Nullable @Min(1) @Max(1_000) Integer step,
        @Nullable Rounding taxRounding,
        @Nullable @Size(max = 300) Set<@NotNull @Pattern(regexp = "[A-Z]{2}") String> countries,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull GoodsRule> goods,
        @Nullable @Size(max = 500) List<@Valid @NotNull TaxRule> taxes,
        @Nullable @Size(max = 100) List<@Valid @NotNull ZoneRule> zones,
        @Nullable @Size(max = 50) List<@Valid @NotNull ShippingRule> shipping,
        @Nullable @Size(max = 200) List<@Valid @NotNull PromotionRule> promotions) {

    static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    /** Of the catalogue: anything that can be written in a line. */
    static final String NAME = "[^\\p{Cntrl}]{1,120}";

    static final long MOST = 1_000_000_000_000L;

    MarketRules {
        step = requireNonNullElse(step, 1);
        taxRounding = requireNonNullElse(taxRounding, Rounding.HALF_UP);
        countries = requireNonNullElse(countries, Set.of());
        goods = requireNonNullElse(goods, List.of());
        taxes = requireNonNullElse(taxes, List.of());
        zones = requireNonNullElse(zones, List.of());
        shipping = requireNonNullElse(shipping, List.of());
        promotions = requireNonNullElse(promotions, List.of());
    }
}
