package com.ecom.order.model;

/** Why an order is not sold. */
public enum CancelReason {
    OUT_OF_STOCK,
    /** The customer has stock held for so many other orders that this one has to wait for them. */
    TOO_MANY_OPEN_ORDERS,
    PAYMENT_DECLINED,
    BY_CUSTOMER,
    BY_STAFF,
    TIMED_OUT,
    /** The hold on the stock ran out before the payment came. */
    RESERVATION_LOST,
    CAPTURE_FAILED
}
