package com.ecom.order.model;

import java.util.Optional;

/** All orders. */
public interface Orders {

    /** The order, locked until the end of the transaction, so that its events keep the order of its changes. */
    Order lock(OrderId id);

    /** Some order whose deadline has passed and that nobody is working on; it stays locked. */
    Optional<OrderId> claimOverdue();

    /** Keeps the state of an order that was locked before. */
    void keep(Order order);
}
