package com.ecom.payment.commands;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact.AuthorizeRequested;
import com.ecom.payment.model.IntentFact.CaptureRequested;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentFact.VoidRequested;
import com.ecom.payment.model.Lifecycle.PaymentUpdate;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentCommandSubscription {

    @Bean
    static Subscription paymentCommands(AdvancePayment payments) {
        return Subscription.<PaymentUpdate>together("payment.commands")
                .on("payment.authorize.v1", Authorize.class, Authorize::toUpdate)
                .on("payment.capture.v1", About.class, it -> PaymentUpdate.of(it.orderId(), new CaptureRequested()))
                .on("payment.void.v1", About.class, it -> PaymentUpdate.of(it.orderId(), new VoidRequested()))
                .on("payment.refund.v1", RefundAmount.class, RefundAmount::toUpdate)
                .to(payments::handle);
    }

    record Authorize(UUID orderId, UUID customerId, Money amount, String paymentMethod) {
        PaymentUpdate toUpdate() {
            return new PaymentUpdate(
                    orderId, new Charge(customerId, amount, paymentMethod), new AuthorizeRequested(), null);
        }
    }

    record RefundAmount(UUID orderId, UUID refundId, Money amount) {
        PaymentUpdate toUpdate() {
            return PaymentUpdate.of(orderId, new RefundRequested(refundId, amount));
        }
    }

    record About(UUID orderId) {}
}
