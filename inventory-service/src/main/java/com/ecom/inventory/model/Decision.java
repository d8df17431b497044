package com.ecom.inventory.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a fact leads to. Whether the shelf has enough is not known here, so some decisions name both ways. */
public sealed interface Decision {

    /** The reservation from now on, what its lines do, and the reply to the order. */
    record Settled(Reservation next, Movement movement, Optional<InventoryEvent> reply) implements Decision {}

    /** The first, if every line can be taken; otherwise nothing is taken, and the second. */
    record IfThereIsEnough(Settled taken, Function<List<Shortage>, Settled> otherwise) implements Decision {}
}
