package com.ecom.order.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** Something that happened and may move an order along. */
public sealed interface OrderFact {

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

    /**
     * Some of the money was given back.
     *
     * @param total given back so far, this refund included
     */
    record Refunded(UUID refundId, Money amount, Money total) implements OrderFact {}

    record ParcelSent(Parcel parcel) implements OrderFact {}

    record ParcelArrived() implements OrderFact {}
}
