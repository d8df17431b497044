package com.ecom.order.advancing;

import static com.ecom.order.model.CancelReason.OUT_OF_STOCK;
import static com.ecom.order.model.CancelReason.TOO_MANY_OPEN_ORDERS;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.money.Money;
import com.ecom.order.advancing.AdvanceOrder.Reply;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.PaymentFailed;
import com.ecom.order.model.OrderFact.PaymentVoided;
import com.ecom.order.model.OrderFact.RefundFailed;
import com.ecom.order.model.OrderFact.Refunded;
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
    static Subscription stockReplies(AdvanceOrder orders) {
        return Subscription.<Reply>together("inventory.events")
                .on("inventory.reserved.v1", About.class, it -> it.from(INVENTORY, new StockReserved()))
                .on("inventory.reservation.failed.v1", ReservationFailed.class, ReservationFailed::fromInventory)
                .on("inventory.committed.v1", About.class, it -> it.from(INVENTORY, new StockCommitted()))
                .on("inventory.commit.failed.v1", About.class, it -> it.from(INVENTORY, new CommitFailed()))
                .on("inventory.released.v1", About.class, it -> it.from(INVENTORY, new StockReleased()))
                .on("inventory.expired.v1", About.class, it -> it.from(INVENTORY, new ReservationExpired()))
                .to(orders::advance);
    }

    @Bean
    static Subscription paymentReplies(AdvanceOrder orders) {
        return Subscription.<Reply>together("payment.events")
                .on("payment.authorized.v1", About.class, it -> it.from(PAYMENT, new PaymentAuthorized()))
                .on("payment.failed.v1", About.class, it -> it.from(PAYMENT, new PaymentFailed()))
                .on("payment.action-required.v1", AskForAction.class, AskForAction::fromPayment)
                .on("payment.captured.v1", About.class, it -> it.from(PAYMENT, new PaymentCaptured()))
                .on("payment.capture.failed.v1", About.class, it -> it.from(PAYMENT, new CaptureFailed()))
                .on("payment.voided.v1", About.class, it -> it.from(PAYMENT, new PaymentVoided()))
                .on("payment.refunded.v1", GivenBack.class, GivenBack::fromPayment)
                .on("payment.refund.failed.v1", NotGivenBack.class, NotGivenBack::fromPayment)
                .to(orders::advance);
    }

    record About(UUID orderId) {
        Reply from(String actor, OrderFact fact) {
            return new Reply(new OrderId(orderId), fact, actor);
        }
    }

    record ReservationFailed(UUID orderId, String reason) {
        Reply fromInventory() {
            var why = reason.equals("TOO_MANY_OPEN_ORDERS") ? TOO_MANY_OPEN_ORDERS : OUT_OF_STOCK;
            return new Reply(new OrderId(orderId), new StockRefused(why), INVENTORY);
        }
    }

    record AskForAction(UUID orderId, String redirectUrl) {
        Reply fromPayment() {
            return new Reply(new OrderId(orderId), new ActionRequired(redirectUrl), PAYMENT);
        }
    }

    record GivenBack(UUID orderId, UUID refundId, Money amount) {
        Reply fromPayment() {
            return new Reply(new OrderId(orderId), new Refunded(refundId, amount), PAYMENT);
        }
    }

    record NotGivenBack(UUID orderId, UUID refundId, String reason) {
        Reply fromPayment() {
            return new Reply(new OrderId(orderId), new RefundFailed(refundId, reason), PAYMENT);
        }
    }
}
