package com.ecom.order.model.totals;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a promotion. Amounts are those with which the class of the promotion begins, so that promotions of one
 * class cannot switch each other on or off.
 */
public sealed interface Condition {

    default boolean holds(Basket basket, long[] amounts) {
        var shopper = basket.shopper();
        return switch (this) {
            case MinimumAmount it -> basket.sumOf(it.filter(), amounts) >= it.amount();
            case MinimumQuantity it -> basket.unitsOf(it.filter()) >= it.quantity();
            case HasAccount _ -> shopper.account();
            case FirstOrder _ -> shopper.firstOrder();
            case CustomerGroup it -> !Collections.disjoint(it.groups(), shopper.groups());
            case ShipsTo it -> it.countries().contains(shopper.country());
            case ShippedBy it ->
                basket.shipping() != null
                        && it.methods().contains(basket.shipping().method());
            case During it -> it.includes(basket.at());
        };
    }

    record MinimumAmount(long amount, Filter filter) implements Condition {}

    record MinimumQuantity(int quantity, Filter filter) implements Condition {}

    record HasAccount() implements Condition {}

    /** The shopper has bought nothing before. */
    record FirstOrder() implements Condition {}

    /** The shopper is in one of these groups. */
    record CustomerGroup(Set<String> groups) implements Condition {}

    record ShipsTo(Set<String> countries) implements Condition {}

    record ShippedBy(Set<String> methods) implements Condition {}

    /** From an instant on, until shortly before another if there is one. */
    record During(Instant from, @Nullable Instant until) implements Condition {
        boolean includes(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }
    }
}
