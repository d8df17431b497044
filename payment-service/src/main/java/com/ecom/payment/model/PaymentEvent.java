package com.ecom.payment.model;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.Event;
import java.util.UUID;

/** What payment-service publishes; the payloads are in {@code contracts/events}. */
public sealed interface PaymentEvent extends Event {

    record PaymentAuthorized(UUID orderId, UUID paymentId, Money amount) implements PaymentEvent {}

    record PaymentFailed(UUID orderId, UUID paymentId, String reason) implements PaymentEvent {}

    record PaymentActionRequired(UUID orderId, UUID paymentId, String redirectUrl) implements PaymentEvent {}

    record PaymentCaptured(UUID orderId, UUID paymentId, Money amount) implements PaymentEvent {}

    record PaymentCaptureFailed(UUID orderId, UUID paymentId, String reason) implements PaymentEvent {}

    record PaymentVoided(UUID orderId, UUID paymentId) implements PaymentEvent {}

    /** @param refunded given back so far, this refund included */
    record PaymentRefunded(UUID orderId, UUID paymentId, UUID refundId, Money amount, Money refunded)
            implements PaymentEvent {}

    /** The refund gave nothing back, or what it gave has come back, even after {@link PaymentRefunded}: for good. */
    record PaymentRefundFailed(UUID orderId, UUID paymentId, UUID refundId, Money amount, String reason)
            implements PaymentEvent {}

    UUID orderId();

    @Override
    default String key() {
        return orderId().toString();
    }

    @Override
    default String topic() {
        return "payment.events";
    }

    /** The names on the wire, spelled out so that renaming a class never renames an event. */
    @Override
    default String type() {
        return switch (this) {
            case PaymentAuthorized _ -> "payment.authorized.v1";
            case PaymentFailed _ -> "payment.failed.v1";
            case PaymentActionRequired _ -> "payment.action-required.v1";
            case PaymentCaptured _ -> "payment.captured.v1";
            case PaymentCaptureFailed _ -> "payment.capture.failed.v1";
            case PaymentVoided _ -> "payment.voided.v1";
            case PaymentRefunded _ -> "payment.refunded.v1";
            case PaymentRefundFailed _ -> "payment.refund.failed.v1";
        };
    }
}
