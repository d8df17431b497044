package com.ecom.simulation;

import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.IntentFact.AuthorizeRequested;
import com.ecom.payment.model.IntentFact.CaptureRequested;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentFact.VoidRequested;
import com.ecom.payment.model.IntentState;
import com.ecom.payment.model.PaymentEvent;
import java.util.List;
import java.util.function.BiPredicate;

/** One wrong row each in the table of a payment's life. */
final class PaymentDefects {

    static final List<Defect> ALL = List.of(
            row(
                    "PAYMENT_FORGETS_WHAT_WAS_VOIDED_BEFORE_IT_CAME",
                    (it, fact) -> it.state() instanceof IntentState.None && fact instanceof VoidRequested,
                    (it, _) -> new Intent.Step(
                            it, List.of(), List.of(new PaymentEvent.PaymentVoided(it.orderId(), it.id())))),
            row(
                    "PAYMENT_KEEPS_A_LATE_AUTHORIZATION",
                    (it, fact) -> it.state() instanceof IntentState.CancelPending && fact instanceof ProviderAuthorized,
                    (it, _) -> in(it, new IntentState.Voiding()).on(new IntentFact.ProviderVoided())),
            row(
                    "PAYMENT_SAYS_VOIDED_WHILE_IT_AUTHORIZES",
                    (it, fact) -> it.state() instanceof IntentState.Authorizing && fact instanceof VoidRequested,
                    (it, fact) -> in(it, new IntentState.None()).on(fact)),
            row(
                    "PAYMENT_SAYS_VOIDED_BEFORE_THE_PROVIDER_DOES",
                    (it, fact) -> it.state() instanceof IntentState.Authorized && fact instanceof VoidRequested,
                    (it, fact) -> {
                        var right = it.on(fact);
                        return new Intent.Step(
                                right.intent(),
                                right.calls(),
                                List.of(new PaymentEvent.PaymentVoided(it.orderId(), it.id())));
                    }),
            row(
                    "PAYMENT_AUTHORIZES_WHAT_WAS_VOIDED",
                    (it, fact) -> it.state() instanceof IntentState.Voided && fact instanceof AuthorizeRequested,
                    (it, fact) -> in(it, new IntentState.None()).on(fact)),
            row(
                    "PAYMENT_LEAVES_MONEY_ASIDE_AFTER_A_FAILED_CAPTURE",
                    (it, fact) -> it.state() instanceof IntentState.CaptureFailed && fact instanceof VoidRequested,
                    (it, fact) -> in(it, new IntentState.None()).on(fact)),
            row(
                    "PAYMENT_SAYS_CAPTURED_WHEN_THE_PROVIDER_REFUSED",
                    (it, fact) -> it.state() instanceof IntentState.Capturing && fact instanceof ProviderRefusedCapture,
                    (it, _) -> it.on(new ProviderCaptured())),
            row(
                    "PAYMENT_DOES_NOT_ANSWER_A_VOID_AFTER_A_DECLINE",
                    (it, fact) -> it.state() instanceof IntentState.Failed && fact instanceof VoidRequested,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_DROPS_THE_QUESTION_BUT_NOT_THE_PAYMENT",
                    (it, fact) -> it.state() instanceof IntentState.ActionRequired && fact instanceof VoidRequested,
                    (it, fact) -> in(it, new IntentState.None()).on(fact)),
            row(
                    "PAYMENT_ANSWERS_A_VOID_ONLY_ONCE",
                    (it, fact) -> it.state() instanceof IntentState.Voided && fact instanceof VoidRequested,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_ANSWERS_A_CAPTURE_ONLY_ONCE",
                    (it, fact) -> it.state() instanceof IntentState.Captured && fact instanceof CaptureRequested,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_ANSWERS_A_REFUND_ONLY_ONCE",
                    (it, fact) -> fact instanceof RefundRequested(var refund, var _)
                            && it.refunds().find(refund).isPresent(),
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_SAYS_REFUNDED_BEFORE_THE_PROVIDER_DOES",
                    (it, fact) -> it.state() instanceof IntentState.Captured && fact instanceof RefundRequested,
                    (it, fact) -> {
                        var asked = it.on(fact);
                        var done = asked.intent().on(new ProviderRefunded(((RefundRequested) fact).refund()));
                        return new Intent.Step(done.intent(), asked.calls(), done.events());
                    }),
            row(
                    "PAYMENT_FORGETS_A_REFUND_THAT_IT_REFUSED",
                    (_, fact) -> fact instanceof ProviderRefusedRefund,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_DOES_NOT_HEAR_THAT_A_DONE_REFUND_FAILED",
                    (it, fact) -> fact instanceof ProviderRefusedRefund(var refund, var _)
                            && it.refunds().find(refund).stream()
                                    .anyMatch(known -> known.standing() == com.ecom.payment.model.Refund.Standing.DONE),
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_DOES_NOT_HEAR_THAT_THE_PROVIDER_LET_GO_WHAT_IT_CANCELS",
                    (it, fact) -> it.state() instanceof IntentState.CancelPending && fact instanceof ProviderVoided,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_WAITS_FOR_THE_CAPTURE_OF_WHAT_THE_PROVIDER_LET_GO",
                    (it, fact) -> it.state() instanceof IntentState.Capturing && fact instanceof ProviderVoided,
                    (it, _) -> silent(it)),
            row(
                    "PAYMENT_SAYS_CAPTURED_OF_WHAT_THE_PROVIDER_LET_GO",
                    (it, fact) -> it.state() instanceof IntentState.Capturing && fact instanceof ProviderVoided,
                    (it, _) -> it.on(new ProviderCaptured())),
            row(
                    "PAYMENT_TAKES_WHAT_THE_PROVIDER_LET_GO_FOR_CAPTURED",
                    (it, fact) -> it.state() instanceof IntentState.Authorized && fact instanceof ProviderVoided,
                    (it, _) -> in(it, new IntentState.Captured()).on(new CaptureRequested())));

    private PaymentDefects() {}

    private static Defect row(String name, BiPredicate<Intent, IntentFact> isWrongFor, Wrong wrong) {
        return new Defect(name, new PaymentRow(isWrongFor, wrong));
    }

    private static Intent in(Intent it, IntentState state) {
        return new Intent(
                it.id(), it.orderId(), it.charge(), it.reference(), state, it.refunds(), it.version(), it.trace());
    }

    private static Intent.Step silent(Intent it) {
        return new Intent.Step(it, List.of(), List.of());
    }

    @FunctionalInterface
    private interface Wrong {
        Intent.Step step(Intent it, IntentFact fact);
    }

    private static class PaymentRow extends Rules {

        private final BiPredicate<Intent, IntentFact> isWrongFor;
        private final Wrong wrong;

        PaymentRow(BiPredicate<Intent, IntentFact> isWrongFor, Wrong wrong) {
            this.isWrongFor = isWrongFor;
            this.wrong = wrong;
        }

        @Override
        Intent.Step payment(Intent it, IntentFact fact) {
            return isWrongFor.test(it, fact) ? wrong.step(it, fact) : super.payment(it, fact);
        }
    }
}
