package com.ecom.order.model;

/** Where an order stands; each state carries only what is known once it is reached. */
public sealed interface OrderState {

    /** Waiting for inventory to hold every line. */
    record PendingStock() implements OrderState {}

    /** Stock is held, and no money yet. */
    sealed interface Unpaid extends OrderState {}

    /** Money is authorized; from here on nobody cancels. */
    sealed interface Paid extends OrderState {}

    /** It has given up, or has ended so. */
    sealed interface Unsold extends OrderState {}

    /** Stock is held; waiting for the payment to be authorized. */
    record PendingPayment() implements Unpaid {}

    /** Stock is held; the customer has to approve the payment with their bank. */
    record AwaitingCustomer(String actionUrl) implements Unpaid {}

    /** Money is authorized; waiting for the stock to be committed. From here on nobody cancels. */
    record Confirming() implements Paid {}

    /** Stock is committed; waiting for the money to be captured. */
    record Capturing() implements Paid {}

    /** Stock committed, money captured; from here on only parcels travel, and money may be given back. */
    sealed interface Sold extends OrderState {}

    record Confirmed() implements Sold {}

    record Shipped() implements Sold {}

    record Delivered() implements Sold {}

    /** Not to be sold; waiting until the stock is back and the money untouched or returned. */
    record Cancelling(CancelReason reason, boolean stockBack, boolean moneyBack) implements Unsold {}

    /** Not sold. */
    record Cancelled(CancelReason reason) implements Unsold {}
}
