package com.ecom.payment.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way in which anything happens to a payment. */
public interface Lifecycle {

    /**
     * Takes the step that the fact means for the order's payment, in the caller's transaction or a new one: keeps the
     * outcome, notes what the provider is to be asked, and announces what the order must hear.
     *
     * @param charge where the fact is the wish to authorize one
     */
    void advance(UUID order, @Nullable Charge charge, IntentFact fact);

    /** The same for every other fact. */
    void advance(UUID order, IntentFact fact);
}
