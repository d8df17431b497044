package com.ecom.order.placing;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * One request to place an order, on its way into a transaction that it shares with others.
 *
 * @param place where in its trace the request is
 * @param trace the same, to be kept with the order
 */
record Placement(
        Buyer buyer,
        IdempotencyKey key,
        Checkout checkout,
        Wanted wanted,
        TraceLink.Place place,
        @Nullable String trace) {}
