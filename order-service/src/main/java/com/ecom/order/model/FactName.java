package com.ecom.order.model;

/**
 * What led to a state of an order, as timelines and figures name it: clients know these words, so they are spelled out and no
 * class is renamed with them.
 */
public enum FactName {
    ORDER_PLACED("OrderPlaced"),
    STOCK_RESERVED("StockReserved"),
    STOCK_REFUSED("StockRefused"),
    STOCK_COMMITTED("StockCommitted"),
    COMMIT_FAILED("CommitFailed"),
    STOCK_RELEASED("StockReleased"),
    RESERVATION_EXPIRED("ReservationExpired"),
    PAYMENT_AUTHORIZED("PaymentAuthorized"),
    PAYMENT_FAILED("PaymentFailed"),
    ACTION_REQUIRED("ActionRequired"),
    PAYMENT_CAPTURED("PaymentCaptured"),
    CAPTURE_FAILED("CaptureFailed"),
    PAYMENT_VOIDED("PaymentVoided"),
    CANCEL_REQUESTED("CancelRequested"),
    OVERDUE("Overdue"),
    REFUND_REQUESTED("RefundRequested"),
    REFUNDED("Refunded"),
    REFUND_FAILED("RefundFailed"),
    PARCEL_SENT("ParcelSent"),
    PARCEL_ARRIVED("ParcelArrived");

    private final String published;

    FactName(String published) {
        this.published = published;
    }

    public static FactName of(OrderFact fact) {
        return switch (fact) {
            case OrderFact.StockReserved _ -> STOCK_RESERVED;
            case OrderFact.StockRefused _ -> STOCK_REFUSED;
            case OrderFact.StockCommitted _ -> STOCK_COMMITTED;
            case OrderFact.CommitFailed _ -> COMMIT_FAILED;
            case OrderFact.StockReleased _ -> STOCK_RELEASED;
            case OrderFact.ReservationExpired _ -> RESERVATION_EXPIRED;
            case OrderFact.PaymentAuthorized _ -> PAYMENT_AUTHORIZED;
            case OrderFact.PaymentFailed _ -> PAYMENT_FAILED;
            case OrderFact.ActionRequired _ -> ACTION_REQUIRED;
            case OrderFact.PaymentCaptured _ -> PAYMENT_CAPTURED;
            case OrderFact.CaptureFailed _ -> CAPTURE_FAILED;
            case OrderFact.PaymentVoided _ -> PAYMENT_VOIDED;
            case OrderFact.CancelRequested _ -> CANCEL_REQUESTED;
            case OrderFact.Overdue _ -> OVERDUE;
            case OrderFact.RefundRequested _ -> REFUND_REQUESTED;
            case OrderFact.Refunded _ -> REFUNDED;
            case OrderFact.RefundFailed _ -> REFUND_FAILED;
            case OrderFact.ParcelSent _ -> PARCEL_SENT;
            case OrderFact.ParcelArrived _ -> PARCEL_ARRIVED;
        };
    }

    /** The word that clients know. */
    public String published() {
        return published;
    }
}
