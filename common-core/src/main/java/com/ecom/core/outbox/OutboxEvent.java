package com.ecom.core.outbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.outbox.OutboxStore.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for its delivery.
 *
 * @param sequence grows from event to event of one key
 * @param attempts how often the broker has refused it
 */
public record OutboxEvent(
        UUID eventId,
        String topic,
        String key,
        String type,
        long sequence,
        Instant at,
        Headers headers,
        String payload,
        int attempts) {

    private static final int LONGEST_ERROR = 500;

    Envelope from(String source) {
        return new Envelope(
                eventId,
                type,
                source,
                key,
                at,
                sequence,
                headers.correlationId,
                headers.causationId,
                headers.traceparent,
                payload);
    }

    /** Refused once more; parked when that is once too often. */
    Refusal refusedAgain(String error, int maxAttempts) {
        var shortened = error.substring(0, Math.min(LONGEST_ERROR, error.length()));
        return new Refusal(attempts + 1, shortened, attempts + 1 >= maxAttempts);
    }

    /** What is known of an event besides its payload, fixed when it is published. */
    public record Headers(
            String correlationId,
            @Nullable String causationId,
            @Nullable String traceparent) {}
}
