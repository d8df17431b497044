package com.ecom.payment.model;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one payment of an order, from the command to authorize it until it is captured or voided. A repeated one is
 * answered again, never granted twice; a command to void that comes first forbids what comes after it. What is given back
 * and what is on its way back are never more than what was taken.
 *
 * @param charge unknown only where a void came before the authorization
 * @param reference what the provider calls it, once the provider has said so
 * @param trace where in the purchase's trace it was last moved, as a W3C traceparent
 */
public record Intent(
        UUID id,
        UUID orderId,
        @Nullable Charge charge,
        @Nullable String reference,
        IntentState state,
        Refunds refunds,
        long version,
        @Nullable String trace) {

    public static Intent of(UUID id, UUID orderId, @Nullable Charge charge) {
        return new Intent(id, orderId, charge, null, new IntentState.None(), Refunds.NONE, 0, null);
    }

    /** What a fact makes of the payment. */
    public Step on(IntentFact fact) {
        return isFree() ? new FreeOfCharge(this).on(fact) : new Transitions(this).on(fact);
    }

    /** Whether there is nothing to pay, and no provider to ask. */
    public boolean isFree() {
        return charge != null && charge.amount().amount() == 0;
    }

    /** The same payment, by the name that the provider has for it; the first name stays. */
    public Intent knownAs(@Nullable String name) {
        return name == null || reference != null
                ? this
                : new Intent(id, orderId, charge, name, state, refunds, version, trace);
    }

    /** The same payment with these refunds. */
    public Intent with(Refunds known) {
        return new Intent(id, orderId, charge, reference, state, known, version, trace);
    }

    /** The same payment, moved there; a place that nobody knows changes nothing. */
    public Intent movedAt(@Nullable String place) {
        return place == null ? this : new Intent(id, orderId, charge, reference, state, refunds, version, place);
    }

    /** What both sides call it. */
    public PaymentName name() {
        return new PaymentName(orderId, reference);
    }

    /** The charge of a payment that somebody asked to authorize. */
    public Charge knownCharge() {
        return Objects.requireNonNull(charge, "Nobody has asked to authorize this payment");
    }

    Step with(Refund refund) {
        return new Step(with(refunds.with(refund)), List.of(), List.of());
    }

    Step to(IntentState next) {
        return new Step(
                new Intent(id, orderId, charge, reference, next, refunds, version, trace), List.of(), List.of());
    }

    Step stay() {
        return to(state);
    }

    /** The payment after a fact, what the provider is to be asked for, and the reply to the order. */
    public record Step(Intent intent, List<Operation> calls, List<PaymentEvent> events) {

        Step calling(Operation operation) {
            return new Step(intent, List.of(operation), events);
        }

        Step saying(PaymentEvent event) {
            return new Step(intent, calls, List.of(event));
        }
    }
}
