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
import com.ecom.payment.model.IntentState.Authorized;
import com.ecom.payment.model.IntentState.Captured;
import com.ecom.payment.model.IntentState.None;
import com.ecom.payment.model.IntentState.Voided;
import com.ecom.payment.model.PaymentEvent.PaymentAuthorized;
import com.ecom.payment.model.PaymentEvent.PaymentCaptureFailed;
import com.ecom.payment.model.PaymentEvent.PaymentCaptured;
import com.ecom.payment.model.PaymentEvent.PaymentVoided;

/** A payment of nothing: it is answered at once, without any provider. */
record FreeOfCharge(Intent intent) {

    Step on(IntentFact fact) {
        return switch (fact) {
            case AuthorizeRequested _ -> authorize();
            case CaptureRequested _ -> capture();
            case VoidRequested _ -> intent.to(new Voided()).saying(new PaymentVoided(intent.orderId(), intent.id()));
            case RefundRequested request -> new Refunding(intent).asked(request);
            // Nobody at the provider can know of it.
            case ProviderAuthorized _, ProviderDeclined _, ProviderNeedsAction _, ProviderCaptured _ -> intent.stay();
            case ProviderRefusedCapture _, ProviderVoided _ -> intent.stay();
            case ProviderRefunded _, ProviderRefusedRefund _ -> intent.stay();
        };
    }

    private Step authorize() {
        if (intent.state() instanceof Voided) {
            return intent.stay().saying(new PaymentVoided(intent.orderId(), intent.id()));
        }
        var next = intent.state() instanceof None ? intent.to(new Authorized()) : intent.stay();
        return next.saying(new PaymentAuthorized(
                intent.orderId(), intent.id(), intent.knownCharge().amount()));
    }

    private Step capture() {
        if (intent.state() instanceof Authorized || intent.state() instanceof Captured) {
            return intent.to(new Captured())
                    .saying(new PaymentCaptured(
                            intent.orderId(), intent.id(), intent.knownCharge().amount()));
        }
        return intent.stay().saying(new PaymentCaptureFailed(intent.orderId(), intent.id(), "not_authorized"));
    }
}
