package com.ecom.inventory.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every order is promised. */
public interface Reservations {

    /**
     * Locks these orders' reservations, whether or not there are any yet, until the transaction ends.
     *
     * @param origins where they come from, where that is known
     */
    Map<UUID, Reservation> lock(Collection<UUID> orders, Map<UUID, Origin> origins);

    /** For how many orders stock is held for each of these owners just now; those who have none are left out. */
    Map<UUID, Integer> openOf(Collection<UUID> owners);

    /** Replaces reservations that were locked. */
    void keep(Collection<Reservation> reservations);

    /** Some order whose hold has run out and that nobody is working on; it stays locked. */
    Optional<Overdue> claimOverdue();

    /** The time by the clock that all instances share. */
    Instant now();

    /** @param trace where in the purchase's trace it was asked for, as a W3C traceparent */
    record Origin(UUID owner, @Nullable String trace) {}

    /** @param trace as of its origin */
    record Overdue(UUID order, @Nullable String trace) {}
}
