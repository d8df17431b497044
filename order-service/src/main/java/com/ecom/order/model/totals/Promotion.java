package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Effect.Kind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason to pay less.
 *
 * @param conditions all of which must hold
 * @param priority the higher comes first in its class; of equal ones the first by id
 * @param exclusive stands alone, or not at all
 * @param group of all that share it, in one class, only the best counts
 * @param byCode whether it counts because its code was entered, and not by itself
 */
public record Promotion(
        String id,
        Effect effect,
        List<Condition> conditions,
        int priority,
        boolean exclusive,
        @Nullable String group,
        boolean byCode) {

    /** In which they take their turns. */
    static final Comparator<Promotion> TURNS =
            Comparator.comparingInt(Promotion::priority).reversed().thenComparing(Promotion::id);

    public Promotion {
        conditions = List.copyOf(conditions);
    }

    Kind kind() {
        return effect.kind();
    }

    boolean conditionsHold(Basket basket, long[] amounts) {
        return conditions.stream().allMatch(it -> it.holds(basket, amounts));
    }

    boolean rivals(Promotion other) {
        return equals(other) || (group != null && group.equals(other.group) && kind() == other.kind());
    }
}
