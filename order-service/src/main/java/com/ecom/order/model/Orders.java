package com.ecom.order.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All orders. */
public interface Orders {

    /**
     * These orders, locked until the end of the transaction, so that their events keep the order of their changes.
     *
     * @throws OrderRefusal.NoSuchOrder if one of them does not exist
     */
    Map<OrderId, Order> lock(Collection<OrderId> ids);

    /** Some order whose deadline has passed and that nobody is working on; it stays locked. */
    Optional<OrderId> claimOverdue();

    /** Keeps the state of orders that were locked before. */
    void keep(Collection<Order> orders);
}
