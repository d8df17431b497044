package com.ecom.order.model;

import java.util.UUID;

/**
 * Whoever buys, and where to write to them.
 *
 * @param guest whether they have no account; stock is held for them for a shorter time
 */
public record Customer(UUID id, String email, boolean guest) {

    public Customer(UUID id, String email) {
        this(id, email, false);
    }
}
