package com.ecom.payment;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.Event;
import com.ecom.payment.model.PaymentEvent.PaymentActionRequired;
import com.ecom.payment.model.PaymentEvent.PaymentAuthorized;
import com.ecom.payment.model.PaymentEvent.PaymentCaptureFailed;
import com.ecom.payment.model.PaymentEvent.PaymentCaptured;
import com.ecom.payment.model.PaymentEvent.PaymentFailed;
import com.ecom.payment.model.PaymentEvent.PaymentRefundFailed;
import com.ecom.payment.model.PaymentEvent.PaymentRefunded;
import com.ecom.payment.model.PaymentEvent.PaymentVoided;
import com.ecom.test.EventContract;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("payment-service");
    }

    @Override
    protected List<? extends Event> produced() {
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        var amount = Money.of(1_499, "USD");
        return List.of(
                new PaymentAuthorized(order, payment, amount),
                new PaymentFailed(order, payment, "card_declined"),
                new PaymentActionRequired(order, payment, "https://bank.example/approve"),
                new PaymentCaptured(order, payment, amount),
                new PaymentCaptureFailed(order, payment, "authorization_expired"),
                new PaymentVoided(order, payment),
                new PaymentRefunded(order, payment, UUID.randomUUID(), amount, amount),
                new PaymentRefundFailed(order, payment, UUID.randomUUID(), amount, "more_than_is_left"));
    }
}
