package com.ecom.payment.commanding;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.VoidAsked;
import com.ecom.payment.model.Lifecycle;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderWishes {

    @Bean
    static Subscription paymentCommands(Lifecycle payments) {
        return Subscription.to("payment.commands")
                .on(
                        "payment.authorize.v1",
                        Authorize.class,
                        it -> payments.advance(it.orderId(), it.charge(), new AuthorizeAsked()))
                .on("payment.capture.v1", About.class, it -> payments.advance(it.orderId(), new CaptureAsked()))
                .on("payment.void.v1", About.class, it -> payments.advance(it.orderId(), new VoidAsked()));
    }

    record Authorize(UUID orderId, UUID customerId, Money amount, String paymentMethod) {
        Charge charge() {
            return new Charge(customerId, amount, paymentMethod);
        }
    }

    record About(UUID orderId) {}
}
