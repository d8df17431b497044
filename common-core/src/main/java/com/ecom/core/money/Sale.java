package com.ecom.core.money;

import java.time.Instant;
import java.util.Objects;

/**
 * What something costs for a while instead of its list price: from an instant on, until shortly before another.
 *
 * @param amount in minor units of the list price's currency
 */
public record Sale(long amount, Instant from, Instant until) {

    /** A sale without a beginning or an end is refused as unreadable. */
    public Sale {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    public boolean lastsAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
