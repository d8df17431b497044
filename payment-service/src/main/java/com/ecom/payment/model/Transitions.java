package com.ecom.payment.model;

import com.ecom.payment.model.Intent.Step;
import com.ecom.payment.model.IntentFact.AuthorizeRequested;
import com.ecom.payment.model.IntentFact.CaptureRequested;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentFact.VoidRequested;
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
import com.ecom.payment.model.Operation.VoidOrRefund;
import com.ecom.payment.model.PaymentEvent.PaymentActionRequired;
import com.ecom.payment.model.PaymentEvent.PaymentAuthorized;
import com.ecom.payment.model.PaymentEvent.PaymentCaptureFailed;
import com.ecom.payment.model.PaymentEvent.PaymentCaptured;
import com.ecom.payment.model.PaymentEvent.PaymentFailed;
import com.ecom.payment.model.PaymentEvent.PaymentVoided;

/** What can happen to a payment, and what it makes of it. */
record Transitions(Intent intent) {

    private static final String NOT_AUTHORIZED = "not_authorized";
    /** The reason where the provider let the money go and nobody here had asked it to. */
    private static final String LET_GO = "let_go_by_provider";

    /** The whole lifecycle: every state with every fact. There is no default: what changes nothing says why. */
    Step on(IntentFact fact) {
        return switch (new Situation(intent.state(), fact)) {
            case Situation(None _, AuthorizeRequested _) ->
                to(new Authorizing()).calling(new Authorize());
            case Situation(None _, VoidRequested _) -> to(new Voided()).saying(voided());
            case Situation(None _, CaptureRequested _) -> stay().saying(captureFailed(NOT_AUTHORIZED));
            // The provider reports it before the command arrived: it is asked about it once that has.
            case Situation(None _, ProviderAuthorized _), Situation(None _, ProviderCaptured _) -> stay();
            case Situation(None _, ProviderDeclined _), Situation(None _, ProviderRefusedCapture _) -> stay();
            case Situation(None _, ProviderNeedsAction _), Situation(None _, ProviderVoided _) -> stay();

            case Situation(Authorizing _, ProviderAuthorized _), Situation(ActionRequired _, ProviderAuthorized _) ->
                to(new Authorized()).saying(authorized());
            // Somebody captured it past us, or tried to: so it was put aside, and our own capture learns the rest.
            case Situation(Authorizing _, ProviderCaptured _), Situation(ActionRequired _, ProviderCaptured _) ->
                to(new Authorized()).saying(authorized());
            case Situation(Authorizing _, ProviderRefusedCapture _) ->
                to(new Authorized()).saying(authorized());
            case Situation(ActionRequired _, ProviderRefusedCapture _) ->
                to(new Authorized()).saying(authorized());
            case Situation(Authorizing _, ProviderNeedsAction(var url)) ->
                to(new ActionRequired(url)).saying(actionRequired(url));
            case Situation(Authorizing _, ProviderDeclined(var reason)) ->
                to(new Failed(reason)).saying(failed(reason));
            case Situation(ActionRequired _, ProviderDeclined(var reason)) ->
                to(new Failed(reason)).saying(failed(reason));
            // Let go at the provider before we knew that it was put aside: by its staff, by a rule, by time.
            case Situation(Authorizing _, ProviderVoided _), Situation(ActionRequired _, ProviderVoided _) ->
                to(new Failed(LET_GO)).saying(failed(LET_GO));
            case Situation(Authorizing _, VoidRequested _) -> to(new CancelPending());
            case Situation(ActionRequired _, VoidRequested _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            case Situation(ActionRequired(var url), AuthorizeRequested _) -> stay().saying(actionRequired(url));
            // The call is under way, and its answer is the order's.
            case Situation(Authorizing _, AuthorizeRequested _) -> stay();
            // The bank's page is known.
            case Situation(ActionRequired _, ProviderNeedsAction _) -> stay();
            // No order captures before it got the authorization.
            case Situation(Authorizing _, CaptureRequested _), Situation(ActionRequired _, CaptureRequested _) ->
                stay();

            // The order was given up before the provider answered: whatever is or was put aside is let go at once.
            case Situation(CancelPending _, ProviderAuthorized _), Situation(CancelPending _, ProviderCaptured _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            case Situation(CancelPending _, ProviderNeedsAction _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            case Situation(CancelPending _, ProviderRefusedCapture _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            // Nothing was put aside, or the provider let it go already.
            case Situation(CancelPending _, ProviderDeclined _), Situation(CancelPending _, ProviderVoided _) ->
                to(new Voided()).saying(voided());
            // It is said once the provider has answered; that is what reconciliation asks for.
            case Situation(CancelPending _, VoidRequested _), Situation(CancelPending _, AuthorizeRequested _) ->
                stay();
            case Situation(CancelPending _, CaptureRequested _) -> stay();

            case Situation(Authorized _, AuthorizeRequested _) -> stay().saying(authorized());
            case Situation(Authorized _, CaptureRequested _) ->
                to(new Capturing()).calling(new Capture());
            case Situation(Authorized _, VoidRequested _) -> to(new Voiding()).calling(new VoidOrRefund());
            // Captured past us: the order still asks for it, and gets that it is done.
            case Situation(Authorized _, ProviderCaptured _) -> to(new Captured());
            case Situation(Authorized _, ProviderRefusedCapture(var reason)) -> noCapture(reason);
            // Let go before it was captured: there is nothing left to capture.
            case Situation(Authorized _, ProviderVoided _), Situation(Capturing _, ProviderVoided _) ->
                noCapture(LET_GO);

            case Situation(Capturing _, ProviderCaptured _) ->
                to(new Captured()).saying(captured());
            case Situation(Capturing _, ProviderRefusedCapture(var reason)) -> noCapture(reason);
            // The call is under way, and its answer is the order's. No order gives up what it has asked to capture.
            case Situation(Capturing _, CaptureRequested _), Situation(Capturing _, AuthorizeRequested _) -> stay();
            case Situation(Capturing _, VoidRequested _) -> stay();

            case Situation(Captured _, CaptureRequested _) -> stay().saying(captured());
            case Situation(Captured _, VoidRequested _) -> to(new Voiding()).calling(new VoidOrRefund());
            // All was given back: by our refunds, each of which says so itself, or past us. Which of them, a message
            // that may be old does not say; comparing the books does.
            case Situation(Captured _, ProviderVoided _) -> stay();
            // It is captured already, whatever is repeated; a capture that was refused was another one.
            case Situation(Captured _, ProviderCaptured _), Situation(Captured _, AuthorizeRequested _) -> stay();
            case Situation(Captured _, ProviderRefusedCapture _) -> stay();

            case Situation(CaptureFailed(var reason), CaptureRequested _) -> stay().saying(captureFailed(reason));
            case Situation(CaptureFailed _, VoidRequested _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            // The order gives up and asks to void next, which lets go or gives back whatever there is by then.
            case Situation(CaptureFailed _, ProviderCaptured _), Situation(CaptureFailed _, ProviderVoided _) -> stay();
            case Situation(CaptureFailed _, ProviderRefusedCapture _) -> stay();
            case Situation(CaptureFailed _, AuthorizeRequested _) -> stay();

            // Said of a time before it was authorized.
            case Situation(Authorized _, ProviderAuthorized _), Situation(Authorized _, ProviderDeclined _) -> stay();
            case Situation(Authorized _, ProviderNeedsAction _), Situation(Capturing _, ProviderNeedsAction _) ->
                stay();
            case Situation(Capturing _, ProviderAuthorized _), Situation(Capturing _, ProviderDeclined _) -> stay();
            case Situation(Captured _, ProviderAuthorized _), Situation(Captured _, ProviderDeclined _) -> stay();
            case Situation(Captured _, ProviderNeedsAction _), Situation(CaptureFailed _, ProviderNeedsAction _) ->
                stay();
            case Situation(CaptureFailed _, ProviderAuthorized _), Situation(CaptureFailed _, ProviderDeclined _) ->
                stay();

            case Situation(Voiding _, ProviderVoided _) -> to(new Voided()).saying(voided());
            // The call is under way: it lets go or gives back whatever there is, and its answer is the order's.
            case Situation(Voiding _, ProviderAuthorized _), Situation(Voiding _, ProviderCaptured _) -> stay();
            case Situation(Voiding _, ProviderDeclined _), Situation(Voiding _, ProviderRefusedCapture _) -> stay();
            case Situation(Voiding _, ProviderNeedsAction _), Situation(Voiding _, VoidRequested _) -> stay();
            case Situation(Voiding _, AuthorizeRequested _), Situation(Voiding _, CaptureRequested _) -> stay();

            case Situation(Voided _, VoidRequested _), Situation(Voided _, AuthorizeRequested _) ->
                stay().saying(voided());
            case Situation(Failed(var reason), AuthorizeRequested _) -> stay().saying(failed(reason));
            case Situation(Failed _, VoidRequested _) -> to(new Voided()).saying(voided());
            case Situation(Voided _, CaptureRequested _), Situation(Failed _, CaptureRequested _) ->
                stay().saying(captureFailed(NOT_AUTHORIZED));
            // There is, or may be, money after all.
            case Situation(Voided _, ProviderAuthorized _), Situation(Failed _, ProviderAuthorized _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            case Situation(Voided _, ProviderCaptured _), Situation(Failed _, ProviderCaptured _) ->
                to(new Voiding()).calling(new VoidOrRefund());
            // A question that nobody is to answer any more; if somebody does, the answer counts as authorized.
            case Situation(Voided _, ProviderNeedsAction _), Situation(Failed _, ProviderNeedsAction _) -> stay();
            // There is no money, as we know.
            case Situation(Voided _, ProviderVoided _), Situation(Failed _, ProviderVoided _) -> stay();
            case Situation(Voided _, ProviderDeclined _), Situation(Failed _, ProviderDeclined _) -> stay();
            // Said of a capture before all was let go; or of one that was not ours, of what was never put aside.
            case Situation(Voided _, ProviderRefusedCapture _), Situation(Failed _, ProviderRefusedCapture _) -> stay();

            case Situation(var _, RefundRequested request) -> new Refunding(intent).asked(request);
            case Situation(var _, ProviderRefunded(var refund)) -> new Refunding(intent).done(refund);
            case Situation(var _, ProviderRefusedRefund(var refund, var reason)) ->
                new Refunding(intent).refused(refund, reason);
        };
    }

    private Step noCapture(String reason) {
        return to(new CaptureFailed(reason)).saying(captureFailed(reason));
    }

    private Step to(IntentState next) {
        return intent.to(next);
    }

    private Step stay() {
        return intent.stay();
    }

    private PaymentEvent authorized() {
        return new PaymentAuthorized(
                intent.orderId(), intent.id(), intent.knownCharge().amount());
    }

    private PaymentEvent failed(String reason) {
        return new PaymentFailed(intent.orderId(), intent.id(), reason);
    }

    private PaymentEvent actionRequired(String url) {
        return new PaymentActionRequired(intent.orderId(), intent.id(), url);
    }

    private PaymentEvent captured() {
        return new PaymentCaptured(
                intent.orderId(), intent.id(), intent.knownCharge().amount());
    }

    private PaymentEvent captureFailed(String reason) {
        return new PaymentCaptureFailed(intent.orderId(), intent.id(), reason);
    }

    private PaymentEvent voided() {
        return new PaymentVoided(intent.orderId(), intent.id());
    }

    private record Situation(IntentState state, IntentFact fact) {}
}
