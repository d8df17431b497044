package com.ecom.order.model;

/** What happened to each order, kept for good. */
public interface Journal {

    /** Notes, in the caller's transaction, what led to the state that the order has now. */
    void note(Order order, String fact, String actor);
}
