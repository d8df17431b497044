package com.ecom.payment.commanding;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.RefundAsked;
import com.ecom.payment.model.IntentFact.VoidAsked;
import com.ecom.payment.model.Lifecycle.Told;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderWishes {

    @Bean
    static Subscription paymentCommands(AdvancePayment payments) {
        return Subscription.<Told>together("payment.commands")
                .on("payment.authorize.v1", Authorize.class, Authorize::told)
                .on("payment.capture.v1", About.class, it -> Told.of(it.orderId(), new CaptureAsked()))
                .on("payment.void.v1", About.class, it -> Told.of(it.orderId(), new VoidAsked()))
                .on("payment.refund.v1", GiveBack.class, GiveBack::told)
                .to(payments::wish);
    }

    record Authorize(UUID orderId, UUID customerId, Money amount, String paymentMethod) {
        Told told() {
            return new Told(orderId, new Charge(customerId, amount, paymentMethod), new AuthorizeAsked(), null);
        }
    }

    record GiveBack(UUID orderId, UUID refundId, Money amount) {
        Told told() {
            return Told.of(orderId, new RefundAsked(refundId, amount));
        }
    }

    record About(UUID orderId) {}
}
