package com.ecom.payment.reconciling;

import com.ecom.payment.model.Lifecycle.PaymentUpdate;
import java.util.List;
import java.util.UUID;

/**
 * How a payment differs here and at the provider.
 *
 * @param healing what the provider reports, where applying it makes the difference good
 */
record Difference(UUID order, Kind kind, String ours, String theirs, List<PaymentUpdate> healing) {

    enum Kind {
        /** The provider has a payment of an order for which we have none. */
        UNKNOWN_HERE,
        /** We have a payment that the provider does not know. */
        UNKNOWN_THERE,
        AMOUNT,
        STATE,
        /** As much was taken, but a refund ended otherwise, or not as much was given back. */
        REFUNDS
    }

    /** Whether it may help to ask which refunds the provider knows: its books may only say how much they are. */
    boolean isAboutUnnamedRefunds() {
        return kind == Kind.REFUNDS && !canBeHealed();
    }

    boolean canBeHealed() {
        return !healing.isEmpty();
    }
}
