package com.ecom.payment.model;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way in which anything happens to payments. */
public interface Lifecycle {

    /**
     * Takes, one after the other, the step that each fact means for its order's payment, in the caller's transaction or
     * a new one: keeps the outcome, notes what the provider is to be asked, and announces what the order must hear.
     */
    void advance(Collection<Told> told);

    /** @param charge where the fact is the wish to authorize one */
    record Told(UUID order, @Nullable Charge charge, IntentFact fact) {

        public static List<Told> of(UUID order, IntentFact fact) {
            return List.of(new Told(order, null, fact));
        }
    }
}
