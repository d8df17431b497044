package com.ecom.order.placing;

import com.ecom.order.model.Order;
import com.ecom.order.placing.NewOrders.Earlier;

/** What became of a request to place an order. */
sealed interface Outcome {

    record Placed(Order order) implements Outcome {}

    /** An earlier request with the same key placed it. */
    record PlacedBefore(Earlier earlier) implements Outcome {}

    record Refused(RuntimeException refusal) implements Outcome {}
}
