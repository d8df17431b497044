package com.ecom.inventory.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What every order is promised. */
public interface Reservations {

    /** Locks these orders' reservations, whether or not there are any yet, until the transaction ends. */
    Map<UUID, Reservation> lock(Collection<UUID> orders);

    /** Replaces reservations that were locked. */
    void keep(Collection<Reservation> reservations);

    /** Some order whose hold has run out and that nobody is working on; it stays locked. */
    Optional<UUID> claimOverdue();

    /** The time by the clock that all instances share. */
    Instant now();
}
