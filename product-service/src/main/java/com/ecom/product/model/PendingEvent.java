package com.ecom.product.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of its product: one write keeps both, on any MongoDB.
 *
 * @param eventId grows with time
 * @param sequence grows from event to event of one product
 * @param refusal what the broker has against this very event, if it has anything
 */
public record PendingEvent(
        String eventId,
        String type,
        long sequence,
        Instant at,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String payload,
        @Nullable Refusal refusal) {

    /** Refused once more; parked when that is once too often. */
    public Refusal refusedAgain(String error, int maxAttempts) {
        var attempts = (refusal == null ? 0 : refusal.attempts) + 1;
        return new Refusal(attempts, error.substring(0, Math.min(500, error.length())), attempts >= maxAttempts);
    }

    public boolean isParked() {
        return refusal != null && refusal.parked;
    }

    /**
     * @param attempts how often the broker has refused the event for its own sake; an absent broker does not count
     * @param parked whether it waits, and what follows on its product with it, until an operator decides about it
     */
    public record Refusal(int attempts, String error, boolean parked) {}
}
