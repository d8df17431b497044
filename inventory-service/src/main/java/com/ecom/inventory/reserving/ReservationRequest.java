package com.ecom.inventory.reserving;

import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Reserve;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order that its reservation has to follow.
 *
 * @param traceparent where in the purchase's trace it happened
 */
record ReservationRequest(
        UUID order, ReservationFact fact, @Nullable String traceparent) {

    ReservationRequest(UUID order, ReservationFact fact) {
        this(order, fact, null);
    }

    ReservationRequest from(@Nullable String place) {
        return new ReservationRequest(order, fact, place);
    }

    /** What is to be reserved; nothing for every other fact. */
    List<Line> lines() {
        return fact instanceof Reserve reserve ? reserve.lines() : List.of();
    }
}
