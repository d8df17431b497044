package com.ecom.product.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of its product: one write keeps both, on any MongoDB.
 *
 * @param sequence grows from event to event of one product
 */
public record PendingEvent(
        String eventId,
        String type,
        long sequence,
        Instant at,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String payload) {}
