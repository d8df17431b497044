package com.ecom.proof.chaos;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody wanted, and what they were told.
 *
 * @param key the idempotency key under which they asked, however often
 * @param accepted the order's id if anybody ever said that it was accepted
 * @param consistent whether every other answer to the same key named the same order
 */
record PlannedOrder(
        int number,
        UUID key,
        String sku,
        int quantity,
        String card,
        @Nullable String accepted,
        boolean consistent,
        int tries) {}
