package com.ecom.inventory.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What every order is promised. */
public interface Reservations {

    /** Locks the order's reservation, whether or not there is one yet, until the transaction ends. */
    Reservation lock(UUID orderId);

    /** Replaces the reservation that was locked. */
    void keep(Reservation reservation);

    /** Some order whose hold has run out and that nobody is working on; it stays locked. */
    Optional<UUID> claimOverdue();

    /** The time by the clock that all instances share. */
    Instant now();
}
