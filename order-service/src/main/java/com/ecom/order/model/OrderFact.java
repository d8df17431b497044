package com.ecom.order.model;

/** Something that happened and may move an order along. */
public sealed interface OrderFact {

    record StockReserved() implements OrderFact {}

    record StockRefused() implements OrderFact {}

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

    /** Somebody, or the clock, wants the order gone. */
    record CancelRequested(CancelReason reason) implements OrderFact {}

    record ParcelSent(Parcel parcel) implements OrderFact {}

    record ParcelArrived() implements OrderFact {}
}
