package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.order.markets.ConditionRule.ConditionType;
import com.ecom.order.model.totals.Condition;
import com.ecom.order.model.totals.Filter;
import com.ecom.order.model.totals.Promotion;
import com.ecom.order.uses.Use;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * @param name as shoppers read it on the bill
 * @param conditions all of which must hold
 * @param priority the higher comes first; 0 if absent
 * @param exclusive stands alone
 * @param group of all that share it only the best counts
 * @param codes one of which has to be entered; without any it counts by itself
 * @param maxUses how many orders may use it in all
 * @param maxUsesPerCode how many may use it by the same code
 * @param maxUsesPerCustomer how many of the same account may use it; nobody without one does then
 * @param startsAt from then on, if it has a beginning
 * @param endsAt until shortly before, if it has an end
 */
record PromotionRule(
        @NotNull @Pattern(regexp = MarketRules.ID) String id,
        @NotBlank @Characters(max = 120) String name,
        @NotNull @Valid EffectRule effect,
        @Nullable @Size(max = 20) List<@Valid @NotNull ConditionRule> conditions,
        @Nullable @Min(-1_000) @Max(1_000) Integer priority,
        @Nullable Boolean exclusive,
        @Nullable @Pattern(regexp = MarketRules.ID) String group,
        @Nullable @Size(max = 100) Set<@NotNull @Pattern(regexp = CODE) String> codes,
        @Nullable @Min(1) @Max(100_000_000) Integer maxUses,
        @Nullable @Min(1) @Max(100_000_000) Integer maxUsesPerCode,
        @Nullable @Min(1) @Max(1_000) Integer maxUsesPerCustomer,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    static final String CODE = "[A-Z0-9]{3,40}";

    boolean isOpenTo(Set<String> entered) {
        return codes == null || codes.isEmpty() || codes.stream().anyMatch(entered::contains);
    }

    boolean hasCode(String code) {
        return codes != null && codes.contains(code);
    }

    boolean isOpenAt(Instant time) {
        return (startsAt == null || !time.isBefore(startsAt)) && (endsAt == null || time.isBefore(endsAt));
    }

    boolean isForFirstOrders() {
        return requireNonNullElse(conditions, List.<ConditionRule>of()).stream()
                .anyMatch(it -> it.type() == ConditionType.FIRST_ORDER);
    }

    /**
     * What is counted if an order uses it.
     *
     * @param entered codes
     */
    Stream<Use> usesIn(String market, Set<String> entered, UUID customer) {
        var name = market + "/" + id;
        var all = maxUses == null ? Stream.<Use>of() : Stream.of(new Use(name, id, maxUses));
        var byCode = maxUsesPerCode == null
                ? Stream.<Use>of()
                : entered.stream().filter(this::hasCode).map(it -> new Use(name + "#" + it, id, maxUsesPerCode));
        var byCustomer = maxUsesPerCustomer == null
                ? Stream.<Use>of()
                : Stream.of(new Use(name + "@" + customer, id, maxUsesPerCustomer));
        return Stream.of(all, byCode, byCustomer).flatMap(it -> it);
    }

    boolean standsAlone() {
        return requireNonNullElse(exclusive, false);
    }

    /** @throws IllegalArgumentException if something is missing, or it is never open */
    Promotion toPromotion() {
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("promotion %s is never open: %s to %s".formatted(id, startsAt, endsAt));
        }
        var open = startsAt == null && endsAt == null
                ? Stream.<Condition>empty()
                : Stream.<Condition>of(new Condition.During(requireNonNullElse(startsAt, Instant.EPOCH), endsAt));
        var account =
                maxUsesPerCustomer == null ? Stream.<Condition>of() : Stream.<Condition>of(new Condition.HasAccount());
        var others = requireNonNullElse(conditions, List.<ConditionRule>of()).stream()
                .map(ConditionRule::toCondition);
        return new Promotion(
                id,
                effect.toEffect(),
                Stream.of(open, account, others).flatMap(it -> it).toList(),
                requireNonNullElse(priority, 0),
                standsAlone(),
                group,
                codes != null && !codes.isEmpty());
    }

    /** Which goods; what is absent leaves none out. */
    record FilterRule(
            @Nullable @Size(max = 200) Set<@NotNull @Pattern(regexp = Sku.PATTERN) String> skus,
            @Nullable @Size(max = 200) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> products,
            @Nullable @Size(max = 200) Set<@NotNull @Pattern(regexp = MarketRules.NAME) String> categories,
            @Nullable Boolean excludeSale) {

        static Filter of(@Nullable FilterRule it) {
            return it == null
                    ? Filter.EVERYTHING
                    : new Filter(
                            requireNonNullElse(it.skus, Set.of()),
                            requireNonNullElse(it.products, Set.of()),
                            requireNonNullElse(it.categories, Set.of()),
                            requireNonNullElse(it.excludeSale, false));
        }
    }
}
