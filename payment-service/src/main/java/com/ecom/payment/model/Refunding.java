package com.ecom.payment.model;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Intent.Step;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentState.Captured;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.PaymentEvent.PaymentRefundFailed;
import com.ecom.payment.model.PaymentEvent.PaymentRefunded;
import com.ecom.payment.model.Refund.Standing;
import java.util.UUID;

/**
 * What becomes of a payment's refunds, whatever became of the payment meanwhile: each is granted once, and its failure is
 * the last word on it.
 */
record Refunding(Intent intent) {

    Step asked(RefundRequested request) {
        var known = intent.refunds().find(request.refund());
        var refund = known.orElseGet(() -> intent.refunds()
                .decide(
                        request,
                        intent.state() instanceof Captured
                                ? intent.knownCharge().amount()
                                : null));
        return switch (refund.standing()) {
            case REQUESTED ->
                known.isPresent()
                        ? intent.stay()
                        : intent.with(refund).calling(new RefundAmount(refund.id(), refund.amount()));
            case DONE -> intent.stay().saying(given(intent, refund));
            case REFUSED -> intent.with(refund).saying(failed(refund));
        };
    }

    Step done(UUID id) {
        return intent.refunds()
                .find(id)
                .filter(it -> it.standing() == Standing.REQUESTED)
                .map(Refund::done)
                .map(it -> intent.with(it).saying(given(intent.with(it).intent(), it)))
                .orElseGet(intent::stay);
    }

    /** Also where it was done: a bank may send the money back days later, and then it is ours again. */
    Step refused(UUID id, String reason) {
        return intent.refunds()
                .find(id)
                .filter(it -> it.standing() != Standing.REFUSED)
                .map(it -> it.refused(reason))
                .map(it -> intent.with(it).saying(failed(it)))
                .orElseGet(intent::stay);
    }

    private static PaymentEvent given(Intent intent, Refund it) {
        var soFar = new Money(intent.refunds().given(), it.amount().currency());
        return new PaymentRefunded(intent.orderId(), intent.id(), it.id(), it.amount(), soFar);
    }

    private PaymentEvent failed(Refund it) {
        return new PaymentRefundFailed(
                intent.orderId(), intent.id(), it.id(), it.amount(), String.valueOf(it.reason()));
    }
}
