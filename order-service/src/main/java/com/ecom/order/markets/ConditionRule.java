package com.ecom.order.markets;

import com.ecom.order.markets.PromotionRule.FilterRule;
import com.ecom.order.model.totals.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a promotion; which of these are needed, the type says.
 *
 * @param values groups, countries or ways of shipping
 * @param filter of what counts towards a minimum
 */
record ConditionRule(
        @NotNull ConditionType type,
        @Nullable @Min(0) @Max(MarketRules.MOST) Long amount,
        @Nullable @Min(0) @Max(100_000) Integer quantity,
        @Nullable @Size(min = 1, max = 300) Set<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String> values,
        @Nullable @Valid FilterRule filter) {

    /** @throws IllegalArgumentException if something is missing that the type needs */
    Condition toCondition() {
        return switch (type) {
            case MINIMUM_AMOUNT -> new Condition.MinimumAmount(needed("amount", amount), FilterRule.of(filter));
            case MINIMUM_QUANTITY -> new Condition.MinimumQuantity(needed("quantity", quantity), FilterRule.of(filter));
            case HAS_ACCOUNT -> new Condition.HasAccount();
            case FIRST_ORDER -> new Condition.FirstOrder();
            case CUSTOMER_GROUP -> new Condition.CustomerGroup(needed("values", values));
            case SHIPS_TO -> new Condition.ShipsTo(needed("values", values));
            case SHIPPED_BY -> new Condition.ShippedBy(needed("values", values));
        };
    }

    private <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("%s needs %s".formatted(type, name));
        }
        return value;
    }

    enum ConditionType {
        MINIMUM_AMOUNT,
        MINIMUM_QUANTITY,
        HAS_ACCOUNT,
        FIRST_ORDER,
        CUSTOMER_GROUP,
        SHIPS_TO,
        SHIPPED_BY
    }
}
