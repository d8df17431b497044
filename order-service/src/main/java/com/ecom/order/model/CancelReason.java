package com.ecom.order.model;

/** Why an order is not sold. */
public enum CancelReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    BY_CUSTOMER,
    BY_STAFF,
    TIMED_OUT,
    /** The hold on the stock ran out before the payment came. */
    RESERVATION_LOST,
    CAPTURE_FAILED
}
