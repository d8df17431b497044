package com.ecom.payment.model;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one way in which anything happens to payments. */
public interface Lifecycle {

    /**
     * Takes, one after the other, the step that each fact means for its order's payment, in the caller's transaction or
     * a new one: keeps the outcome, notes what the provider is to be asked, and publishes the reply to the order.
     */
    void advance(Collection<PaymentUpdate> updates);

    /**
     * @param charge where the fact is the command to authorize one
     * @param reference what the provider calls the payment, where the provider says so
     */
    record PaymentUpdate(
            UUID order,
            @Nullable Charge charge,
            IntentFact fact,
            @Nullable String reference) {

        public static PaymentUpdate of(UUID order, IntentFact fact) {
            return new PaymentUpdate(order, null, fact, null);
        }

        /** All that can be learned from how the provider says a payment stands: about itself first, then its refunds. */
        public static List<PaymentUpdate> of(ProviderPayment it) {
            return Stream.concat(it.fact().stream(), it.refunds().stream().map(ProviderPayment.Return::fact))
                    .map(fact -> new PaymentUpdate(it.order(), null, fact, it.reference()))
                    .toList();
        }
    }
}
