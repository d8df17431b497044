package com.ecom.product.persistence;

import com.ecom.core.outbox.OutboxEvent;
import com.ecom.core.outbox.OutboxStore.Refusal;
import com.ecom.product.model.ProductEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of its product: one write keeps both, on any MongoDB.
 *
 * @param eventId grows with time
 * @param sequence grows from event to event of one product
 * @param refusal what the broker has against this very event, if it has anything
 */
record PendingEvent(
        String eventId,
        String type,
        long sequence,
        Instant at,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String payload,
        @Nullable Refusal refusal) {

    OutboxEvent toOutboxEvent(String product) {
        return new OutboxEvent(
                UUID.fromString(eventId),
                ProductEvent.TOPIC,
                product,
                type,
                sequence,
                at,
                headers(),
                payload,
                refusal == null ? 0 : refusal.attempts());
    }

    OutboxEvent.Headers headers() {
        return new OutboxEvent.Headers(correlationId, causationId, traceparent);
    }
}
