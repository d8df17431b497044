package com.ecom.inventory.model;

import com.ecom.inventory.model.InventoryEvent.Reason;
import java.time.Instant;
import java.util.List;

/** How an order stands with the stock; each state carries only what is known once it is reached. */
public sealed interface ReservationState {

    /** Nobody has asked for anything yet. */
    record None() implements ReservationState {}

    /** Off the shelf for this order, for a while. */
    record Held(Instant until) implements ReservationState {}

    /** Sold. */
    record Committed() implements ReservationState {}

    /** Given back, or forbidden before it was asked for. */
    record Released() implements ReservationState {}

    /** Held in vain: the time ran out and the stock is on sale again. */
    record Expired() implements ReservationState {}

    /**
     * Nothing was held, and never will be.
     *
     * @param shortages what there was too little of, if that is why
     */
    record Rejected(Reason reason, List<Shortage> shortages) implements ReservationState {}
}
