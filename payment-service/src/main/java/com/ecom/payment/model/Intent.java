package com.ecom.payment.model;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundAsked;
import com.ecom.payment.model.IntentFact.VoidAsked;
import com.ecom.payment.model.IntentState.ActionRequired;
import com.ecom.payment.model.IntentState.Authorized;
import com.ecom.payment.model.IntentState.Authorizing;
import com.ecom.payment.model.IntentState.CancelPending;
import com.ecom.payment.model.IntentState.CaptureFailed;
import com.ecom.payment.model.IntentState.Captured;
import com.ecom.payment.model.IntentState.Capturing;
import com.ecom.payment.model.IntentState.Failed;
import com.ecom.payment.model.IntentState.None;
import com.ecom.payment.model.IntentState.Voided;
import com.ecom.payment.model.IntentState.Voiding;
import com.ecom.payment.model.Operation.Authorize;
import com.ecom.payment.model.Operation.Capture;
import com.ecom.payment.model.Operation.GiveBack;
import com.ecom.payment.model.Operation.ReturnAll;
import com.ecom.payment.model.PaymentEvent.PaymentActionRequired;
import com.ecom.payment.model.PaymentEvent.PaymentAuthorized;
import com.ecom.payment.model.PaymentEvent.PaymentCaptureFailed;
import com.ecom.payment.model.PaymentEvent.PaymentCaptured;
import com.ecom.payment.model.PaymentEvent.PaymentFailed;
import com.ecom.payment.model.PaymentEvent.PaymentRefundFailed;
import com.ecom.payment.model.PaymentEvent.PaymentRefunded;
import com.ecom.payment.model.PaymentEvent.PaymentVoided;
import com.ecom.payment.model.Refund.Standing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one payment of an order, from the wish to put money aside until it is taken or let go. A repeated wish is
 * answered again, never granted twice; a wish to void that comes first forbids what comes after it. What is given back
 * and what is on its way back are never more than what was taken.
 *
 * @param charge unknown only where a void came before the authorization
 * @param reference what the provider calls it, once the provider has said so
 */
public record Intent(
        UUID id,
        UUID orderId,
        @Nullable Charge charge,
        @Nullable String reference,
        IntentState state,
        Refunds refunds,
        long version) {

    private static final String NOT_AUTHORIZED = "not_authorized";

    public static Intent of(UUID id, UUID orderId, @Nullable Charge charge) {
        return new Intent(id, orderId, charge, null, new None(), Refunds.NONE, 0);
    }

    /** The whole lifecycle: one row for each thing that can happen to a payment. */
    public Step on(IntentFact fact) {
        return switch (new Situation(state, fact)) {
            case Situation(None _, AuthorizeAsked _) -> to(new Authorizing()).calling(new Authorize());
            case Situation(None _, VoidAsked _) -> to(new Voided()).saying(voided());
            case Situation(None _, CaptureAsked _) -> stay().saying(captureFailed(NOT_AUTHORIZED));

            case Situation(Authorizing _, ProviderAuthorized _) ->
                to(new Authorized()).saying(authorized());
            case Situation(Authorizing _, ProviderNeedsAction(var url)) ->
                to(new ActionRequired(url)).saying(actionRequired(url));
            case Situation(Authorizing _, ProviderDeclined(var reason)) ->
                to(new Failed(reason)).saying(failed(reason));
            case Situation(Authorizing _, VoidAsked _) -> to(new CancelPending());

            case Situation(ActionRequired _, ProviderAuthorized _) ->
                to(new Authorized()).saying(authorized());
            case Situation(ActionRequired _, ProviderDeclined(var reason)) ->
                to(new Failed(reason)).saying(failed(reason));
            case Situation(ActionRequired(var url), AuthorizeAsked _) -> stay().saying(actionRequired(url));
            case Situation(ActionRequired _, VoidAsked _) -> to(new Voiding()).calling(new ReturnAll());

            // The order was given up before the provider answered: what it put aside is let go at once.
            case Situation(CancelPending _, ProviderAuthorized _) ->
                to(new Voiding()).calling(new ReturnAll());
            case Situation(CancelPending _, ProviderNeedsAction _) ->
                to(new Voiding()).calling(new ReturnAll());
            case Situation(CancelPending _, ProviderDeclined _) ->
                to(new Voided()).saying(voided());

            case Situation(Authorized _, AuthorizeAsked _) -> stay().saying(authorized());
            case Situation(Authorized _, CaptureAsked _) -> to(new Capturing()).calling(new Capture());
            case Situation(Authorized _, VoidAsked _) -> to(new Voiding()).calling(new ReturnAll());

            case Situation(Capturing _, ProviderCaptured _) ->
                to(new Captured()).saying(captured());
            case Situation(Capturing _, ProviderRefusedCapture(var reason)) ->
                to(new CaptureFailed(reason)).saying(captureFailed(reason));

            case Situation(Captured _, CaptureAsked _) -> stay().saying(captured());
            case Situation(Captured _, VoidAsked _) -> to(new Voiding()).calling(new ReturnAll());

            case Situation(CaptureFailed(var reason), CaptureAsked _) -> stay().saying(captureFailed(reason));
            case Situation(CaptureFailed _, VoidAsked _) -> to(new Voiding()).calling(new ReturnAll());

            case Situation(Voiding _, ProviderVoided _) -> to(new Voided()).saying(voided());

            case Situation(Voided _, VoidAsked _) -> stay().saying(voided());
            case Situation(Voided _, AuthorizeAsked _) -> stay().saying(voided());
            case Situation(Voided _, CaptureAsked _) -> stay().saying(captureFailed(NOT_AUTHORIZED));
            case Situation(Voided _, ProviderAuthorized _) -> to(new Voiding()).calling(new ReturnAll());

            case Situation(Failed(var reason), AuthorizeAsked _) -> stay().saying(failed(reason));
            case Situation(Failed _, CaptureAsked _) -> stay().saying(captureFailed(NOT_AUTHORIZED));
            case Situation(Failed _, VoidAsked _) -> to(new Voided()).saying(voided());
            case Situation(Failed _, ProviderAuthorized _) -> to(new Voiding()).calling(new ReturnAll());

            // Whatever became of the payment meanwhile, a refund is granted once, and its failure is the last word on
            // it.
            case Situation(var _, RefundAsked wish) -> refund(wish);
            case Situation(var _, ProviderRefunded(var refund)) -> refunded(refund);
            case Situation(var _, ProviderRefusedRefund(var refund, var reason)) -> refundRefused(refund, reason);

            // No default: a new state does not compile until it is named here. What is not above is old news.
            case Situation(None _, var _), Situation(Authorizing _, var _), Situation(ActionRequired _, var _) ->
                stay();
            case Situation(CancelPending _, var _), Situation(Authorized _, var _), Situation(Capturing _, var _) ->
                stay();
            case Situation(Captured _, var _), Situation(CaptureFailed _, var _), Situation(Voiding _, var _) -> stay();
            case Situation(Voided _, var _), Situation(Failed _, var _) -> stay();
        };
    }

    /** The same payment, by the name that the provider has for it; the first name stays. */
    public Intent knownAs(@Nullable String name) {
        return name == null || reference != null
                ? this
                : new Intent(id, orderId, charge, name, state, refunds, version);
    }

    /** The same payment with these refunds. */
    public Intent with(Refunds known) {
        return new Intent(id, orderId, charge, reference, state, known, version);
    }

    /** What both sides call it. */
    public PaymentName name() {
        return new PaymentName(orderId, reference);
    }

    /** The charge of a payment that somebody asked to authorize. */
    public Charge knownCharge() {
        return Objects.requireNonNull(charge, "Nobody has asked to authorize this payment");
    }

    private PaymentEvent authorized() {
        return new PaymentAuthorized(orderId, id, knownCharge().amount());
    }

    private PaymentEvent failed(String reason) {
        return new PaymentFailed(orderId, id, reason);
    }

    private PaymentEvent actionRequired(String url) {
        return new PaymentActionRequired(orderId, id, url);
    }

    private PaymentEvent captured() {
        return new PaymentCaptured(orderId, id, knownCharge().amount());
    }

    private PaymentEvent captureFailed(String reason) {
        return new PaymentCaptureFailed(orderId, id, reason);
    }

    private PaymentEvent voided() {
        return new PaymentVoided(orderId, id);
    }

    private Step refund(RefundAsked wish) {
        var known = refunds.find(wish.refund());
        var refund = known.orElseGet(() ->
                refunds.decide(wish, state instanceof Captured ? knownCharge().amount() : null));
        return switch (refund.standing()) {
            case REQUESTED ->
                known.isPresent() ? stay() : with(refund).calling(new GiveBack(refund.id(), refund.amount()));
            case DONE -> stay().saying(given(refund));
            case REFUSED -> with(refund).saying(refundFailed(refund));
        };
    }

    private Step refunded(UUID id) {
        return refunds.find(id)
                .filter(it -> it.standing() == Standing.REQUESTED)
                .map(Refund::done)
                .map(it -> with(it).saying(with(it).intent().given(it)))
                .orElseGet(this::stay);
    }

    /** Also where it was done: a bank may send the money back days later, and then it is ours again. */
    private Step refundRefused(UUID id, String reason) {
        return refunds.find(id)
                .filter(it -> it.standing() != Standing.REFUSED)
                .map(it -> it.refused(reason))
                .map(it -> with(it).saying(refundFailed(it)))
                .orElseGet(this::stay);
    }

    private PaymentEvent given(Refund it) {
        var soFar = new Money(refunds.given(), it.amount().currency());
        return new PaymentRefunded(orderId, id, it.id(), it.amount(), soFar);
    }

    private PaymentEvent refundFailed(Refund it) {
        return new PaymentRefundFailed(orderId, id, it.id(), it.amount(), String.valueOf(it.reason()));
    }

    private Step with(Refund refund) {
        return new Step(with(refunds.with(refund)), List.of(), List.of());
    }

    private Step to(IntentState next) {
        return new Step(new Intent(id, orderId, charge, reference, next, refunds, version), List.of(), List.of());
    }

    private Step stay() {
        return to(state);
    }

    private record Situation(IntentState state, IntentFact fact) {}

    /** The payment after a fact, what the provider is to be asked for, and what the order must hear. */
    public record Step(Intent intent, List<Operation> calls, List<PaymentEvent> events) {

        Step calling(Operation operation) {
            return new Step(intent, List.of(operation), events);
        }

        Step saying(PaymentEvent event) {
            return new Step(intent, calls, List.of(event));
        }
    }
}
