package com.ecom.cart.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The carts of accounts about which something is to be published. */
public interface DueCarts {

    /**
     * The carts that have waited the longest for this event, locked until the transaction ends; those that another
     * instance has locked, or whose owner is changing them, are not among them.
     */
    List<DueCart> lock(NextEvent event, Duration untouched, int limit);

    /** Notes what is published next of a cart that is locked, unless it changes before. */
    void expect(UUID owner, @Nullable NextEvent next);

    /** @param changedAt when its owner touched it last */
    record DueCart(UUID owner, Cart cart, Instant changedAt) {}

    enum NextEvent {
        CHANGED,
        ABANDONED
    }
}
