package com.ecom.order.advancing;

import com.ecom.core.inbox.Subscription;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.PaymentFailed;
import com.ecom.order.model.OrderFact.PaymentVoided;
import com.ecom.order.model.OrderFact.ReservationExpired;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockRefused;
import com.ecom.order.model.OrderFact.StockReleased;
import com.ecom.order.model.OrderFact.StockReserved;
import com.ecom.order.model.OrderId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each answer from inventory and payment means for the order it is about. */
@Configuration(proxyBeanMethods = false)
class Replies {

    private static final String INVENTORY = "inventory-service";
    private static final String PAYMENT = "payment-service";

    @Bean
    static Subscription stockReplies(Lifecycle orders) {
        return Subscription.to("inventory.events")
                .on("inventory.reserved.v1", About.class, it -> tell(orders, it, new StockReserved(), INVENTORY))
                .on(
                        "inventory.reservation.failed.v1",
                        About.class,
                        it -> tell(orders, it, new StockRefused(), INVENTORY))
                .on("inventory.committed.v1", About.class, it -> tell(orders, it, new StockCommitted(), INVENTORY))
                .on("inventory.commit.failed.v1", About.class, it -> tell(orders, it, new CommitFailed(), INVENTORY))
                .on("inventory.released.v1", About.class, it -> tell(orders, it, new StockReleased(), INVENTORY))
                .on("inventory.expired.v1", About.class, it -> tell(orders, it, new ReservationExpired(), INVENTORY));
    }

    @Bean
    static Subscription paymentReplies(Lifecycle orders) {
        return Subscription.to("payment.events")
                .on("payment.authorized.v1", About.class, it -> tell(orders, it, new PaymentAuthorized(), PAYMENT))
                .on("payment.failed.v1", About.class, it -> tell(orders, it, new PaymentFailed(), PAYMENT))
                .on(
                        "payment.action-required.v1",
                        AskForAction.class,
                        it -> orders.advance(new OrderId(it.orderId()), new ActionRequired(it.redirectUrl()), PAYMENT))
                .on("payment.captured.v1", About.class, it -> tell(orders, it, new PaymentCaptured(), PAYMENT))
                .on("payment.capture.failed.v1", About.class, it -> tell(orders, it, new CaptureFailed(), PAYMENT))
                .on("payment.voided.v1", About.class, it -> tell(orders, it, new PaymentVoided(), PAYMENT));
    }

    private static void tell(Lifecycle orders, About news, OrderFact fact, String actor) {
        orders.advance(new OrderId(news.orderId()), fact, actor);
    }

    record About(UUID orderId) {}

    record AskForAction(UUID orderId, String redirectUrl) {}
}
