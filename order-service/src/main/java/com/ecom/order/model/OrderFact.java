package com.ecom.order.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** Something that happened and may move an order along. */
public sealed interface OrderFact {

    /** What only an order that is sold knows: its parcel, and money given back. */
    sealed interface OfSold extends OrderFact {}

    record StockReserved() implements OrderFact {}

    record StockRefused(CancelReason reason) implements OrderFact {}

    record StockCommitted() implements OrderFact {}

    record CommitFailed() implements OrderFact {}

    record StockReleased() implements OrderFact {}

    record ReservationExpired() implements OrderFact {}

    record PaymentAuthorized() implements OrderFact {}

    record PaymentFailed() implements OrderFact {}

    record ActionRequired(String url) implements OrderFact {}

    record PaymentCaptured() implements OrderFact {}

    record CaptureFailed() implements OrderFact {}

    /** No money is held or kept, and none ever will be. */
    record PaymentVoided() implements OrderFact {}

    /** Somebody wants the order gone. */
    record CancelRequested(CancelReason reason) implements OrderFact {}

    /** Whoever owes the order an answer has kept it waiting too long. */
    record Overdue() implements OrderFact {}

    /** Somebody wants some of the money given back. */
    record RefundRequested(UUID refundId, Money amount) implements OfSold {}

    /** Some of the money was given back. */
    record Refunded(UUID refundId, Money amount) implements OfSold {}

    /** That money was not given back, or has come back: for good. */
    record RefundFailed(UUID refundId, String reason) implements OfSold {}

    record ParcelSent(Parcel parcel) implements OfSold {}

    record ParcelArrived() implements OfSold {}
}
