package com.ecom.order.model;

import static com.ecom.order.model.Participant.CUSTOMER;
import static com.ecom.order.model.Participant.INVENTORY_SERVICE;
import static com.ecom.order.model.Participant.PAYMENT_SERVICE;

import java.util.List;
import java.util.stream.Stream;

/** Where an order stands; each state carries only what is known once it is reached. */
public sealed interface OrderState {

    /**
     * Who owes the order its next answer; nobody where it waits for none.
     *
     * @param refundUnderWay whether money of a sold order is on its way back
     */
    default List<Participant> owedBy(boolean refundUnderWay) {
        return switch (this) {
            case PendingStock _, Confirming _ -> List.of(INVENTORY_SERVICE);
            case PendingPayment _, Capturing _ -> List.of(PAYMENT_SERVICE);
            case AwaitingCustomer _ -> List.of(CUSTOMER);
            case Cancelling(var _, var stockBack, var moneyBack) ->
                Stream.of(
                                stockBack ? Stream.<Participant>empty() : Stream.of(INVENTORY_SERVICE),
                                moneyBack ? Stream.<Participant>empty() : Stream.of(PAYMENT_SERVICE))
                        .flatMap(it -> it)
                        .toList();
            case Sold _ -> refundUnderWay ? List.of(PAYMENT_SERVICE) : List.of();
            case Cancelled _ -> List.of();
        };
    }

    /**
     * Whether being overdue means a reminder and nothing else: a service must answer in the end. Before money is authorized
     * it means giving up.
     */
    default boolean isReminded() {
        return switch (this) {
            case PendingStock _, Unpaid _ -> false;
            case Paid _, Unsold _, Sold _ -> true;
        };
    }

    /** As clients and operators know it, so it is spelled out. */
    default String published() {
        return switch (this) {
            case PendingStock _ -> "PENDING_STOCK";
            case PendingPayment _ -> "PENDING_PAYMENT";
            case AwaitingCustomer _ -> "AWAITING_CUSTOMER";
            case Confirming _ -> "CONFIRMING";
            case Capturing _ -> "CAPTURING";
            case Confirmed _ -> "CONFIRMED";
            case Shipped _ -> "SHIPPED";
            case Delivered _ -> "DELIVERED";
            case Cancelling _ -> "CANCELLING";
            case Cancelled _ -> "CANCELLED";
        };
    }

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
