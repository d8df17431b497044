package com.ecom.inventory.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that may change how an order stands with the stock. */
public sealed interface ReservationFact {

    /**
     * An order wants these lines, one per SKU, held until then.
     *
     * @param owner whose order it is
     */
    record Reserve(UUID owner, List<Line> lines, Instant until) implements ReservationFact {}

    record Commit() implements ReservationFact {}

    record Release() implements ReservationFact {}

    /** Time has passed. */
    record Expire(Instant now) implements ReservationFact {}
}
