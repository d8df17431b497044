package com.ecom.order.model;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is published of an order, and what others are commanded to do for it; the payloads are in {@code contracts/events}. */
public sealed interface OrderEvent extends Event {

    record OrderCreated(UUID orderId, UUID customerId, String email, List<Wanted> lines, Money total, Instant createdAt)
            implements OrderEvent {}

    record OrderConfirmed(
            UUID orderId, UUID customerId, String email, List<OrderLine> lines, Money total, Instant confirmedAt)
            implements OrderEvent {}

    record OrderCancelled(
            UUID orderId, UUID customerId, String email, CancelReason reason, Money total, Instant cancelledAt)
            implements OrderEvent {}

    record OrderShipped(
            UUID orderId,
            UUID customerId,
            String email,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant shippedAt)
            implements OrderEvent {}

    record OrderDelivered(UUID orderId, UUID customerId, String email, List<OrderLine> lines, Instant deliveredAt)
            implements OrderEvent {}

    /** @param refunded given back so far, this refund included */
    record OrderRefunded(
            UUID orderId,
            UUID customerId,
            String email,
            UUID refundId,
            Money amount,
            Money refunded,
            Money total,
            Instant refundedAt)
            implements OrderEvent {}

    record CommitStock(UUID orderId) implements OrderEvent {}

    record ReleaseStock(UUID orderId) implements OrderEvent {}

    record AuthorizePayment(UUID orderId, UUID customerId, Money amount, String paymentMethod) implements OrderEvent {}

    record CapturePayment(UUID orderId, Money amount) implements OrderEvent {}

    record VoidPayment(UUID orderId) implements OrderEvent {}

    /** @param refundId under which the money is given back once, however often it is asked for */
    record RefundPayment(UUID orderId, UUID refundId, Money amount) implements OrderEvent {}

    /** What inventory has to hold. */
    record Wanted(String sku, int quantity, Money unitPrice) {}

    UUID orderId();

    @Override
    default String key() {
        return orderId().toString();
    }

    /** The names on the wire, spelled out so that renaming a class never renames an event. */
    @Override
    default String type() {
        return switch (this) {
            case OrderCreated _ -> "order.created.v1";
            case OrderConfirmed _ -> "order.confirmed.v1";
            case OrderCancelled _ -> "order.cancelled.v1";
            case OrderShipped _ -> "order.shipped.v1";
            case OrderDelivered _ -> "order.delivered.v1";
            case OrderRefunded _ -> "order.refunded.v1";
            case CommitStock _ -> "inventory.commit.v1";
            case ReleaseStock _ -> "inventory.release.v1";
            case AuthorizePayment _ -> "payment.authorize.v1";
            case CapturePayment _ -> "payment.capture.v1";
            case VoidPayment _ -> "payment.void.v1";
            case RefundPayment _ -> "payment.refund.v1";
        };
    }

    @Override
    default String topic() {
        return switch (this) {
            case OrderCreated _, OrderConfirmed _, OrderCancelled _ -> "order.events";
            case OrderShipped _, OrderDelivered _, OrderRefunded _ -> "order.events";
            case CommitStock _, ReleaseStock _ -> "inventory.commands";
            case AuthorizePayment _, CapturePayment _, VoidPayment _, RefundPayment _ -> "payment.commands";
        };
    }
}
