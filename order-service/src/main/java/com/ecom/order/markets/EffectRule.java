package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.order.markets.PromotionRule.FilterRule;
import com.ecom.order.model.totals.Effect;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion takes off; which of these are needed, the type says.
 *
 * @param filter of what is reduced, or has to be bought
 * @param rewarded what is reduced, where that is something else than what has to be bought
 */
record EffectRule(
        @NotNull EffectType type,
        @Nullable @Min(0) @Max(10_000) Integer basisPoints,
        @Nullable @Min(0) @Max(MarketRules.MOST) Long amount,
        @Nullable @Min(1) @Max(1_000) Integer buy,
        @Nullable @Min(1) @Max(1_000) Integer get,
        @Nullable @Min(1) @Max(1_000) Integer count,
        @Nullable @Min(1) @Max(1_000) Integer maxApplications,
        @Nullable @Valid FilterRule filter,
        @Nullable @Valid FilterRule rewarded) {

    /** @throws IllegalArgumentException if something is missing that the type needs */
    Effect toEffect() {
        var of = FilterRule.of(filter);
        return switch (type) {
            case PERCENT_OFF_ITEMS -> new Effect.PercentOffItems(needed("basisPoints", basisPoints), of);
            case AMOUNT_OFF_EACH -> new Effect.AmountOffEach(needed("amount", amount), of);
            case BUY_X_GET_Y ->
                new Effect.BuyXGetY(
                        needed("buy", buy),
                        needed("get", get),
                        needed("basisPoints", basisPoints),
                        of,
                        rewarded == null ? null : FilterRule.of(rewarded),
                        requireNonNullElse(maxApplications, Integer.MAX_VALUE));
            case BUNDLE_PRICE -> new Effect.BundlePrice(needed("count", count), needed("amount", amount), of);
            case PERCENT_OFF_ORDER -> new Effect.PercentOffOrder(needed("basisPoints", basisPoints));
            case AMOUNT_OFF_ORDER -> new Effect.AmountOffOrder(needed("amount", amount));
            case FREE_SHIPPING -> new Effect.FreeShipping();
            case PERCENT_OFF_SHIPPING -> new Effect.PercentOffShipping(needed("basisPoints", basisPoints));
        };
    }

    private <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("%s needs %s".formatted(type, name));
        }
        return value;
    }

    enum EffectType {
        PERCENT_OFF_ITEMS,
        AMOUNT_OFF_EACH,
        BUY_X_GET_Y,
        BUNDLE_PRICE,
        PERCENT_OFF_ORDER,
        AMOUNT_OFF_ORDER,
        FREE_SHIPPING,
        PERCENT_OFF_SHIPPING
    }
}
