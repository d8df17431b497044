package com.ecom.inventory.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What every order is promised. */
public interface Reservations {

    /**
     * Locks these orders' reservations, whether or not there are any yet, until the transaction ends.
     *
     * @param owners whose orders they are, where that is known
     */
    Map<UUID, Reservation> lock(Collection<UUID> orders, Map<UUID, UUID> owners);

    /** For how many orders stock is held for each of these owners just now; those who have none are left out. */
    Map<UUID, Integer> openOf(Collection<UUID> owners);

    /** Replaces reservations that were locked. */
    void keep(Collection<Reservation> reservations);

    /** Some order whose hold has run out and that nobody is working on; it stays locked. */
    Optional<UUID> claimOverdue();

    /** The time by the clock that all instances share. */
    Instant now();
}
