package com.ecom.order.model;

/** The one way in which anything happens to an order. */
public interface Lifecycle {

    /**
     * Lets the order take the step that the fact means for it, and keeps, logs and announces the outcome, all in one
     * transaction. A fact that does not apply changes nothing.
     *
     * @param actor who or what brought the fact: a service, or the subject of a token
     * @throws OrderRefusal.NoSuchOrder if there is none
     */
    Order.Step advance(OrderId id, OrderFact fact, String actor);

    /**
     * The same, for whoever insists.
     *
     * @throws OrderRefusal.NotPossibleNow if the fact does not apply
     */
    void insist(OrderId id, OrderFact fact, String actor);
}
