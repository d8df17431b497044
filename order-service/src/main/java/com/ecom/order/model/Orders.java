package com.ecom.order.model;

/** All orders. */
public interface Orders {

    /** The order, locked until the end of the transaction, so that its events keep the order of its changes. */
    Order lock(OrderId id);

    /** Keeps the state of an order that was locked before. */
    void keep(Order order);
}
