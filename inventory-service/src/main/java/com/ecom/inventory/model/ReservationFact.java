package com.ecom.inventory.model;

import java.time.Instant;
import java.util.List;

/** Something that may change how an order stands with the stock. */
public sealed interface ReservationFact {

    /** An order wants these lines, one per SKU, held until then. */
    record Reserve(List<Line> lines, Instant until) implements ReservationFact {}

    record Commit() implements ReservationFact {}

    record Release() implements ReservationFact {}

    /** Time has passed. */
    record Expire(Instant now) implements ReservationFact {}
}
