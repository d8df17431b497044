package com.ecom.core.outbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** An event that waits for its delivery. */
record OutboxRow(
        long id, UUID eventId, String topic, String key, String type, Headers headers, String payload, Instant at) {

    ProducerRecord<String, byte[]> toRecord(String destination, String source) {
        return CloudEvents.toRecord(
                destination,
                new Envelope(
                        eventId,
                        type,
                        source,
                        key,
                        at,
                        id,
                        headers.correlationId(),
                        headers.causationId(),
                        headers.traceparent(),
                        payload));
    }

    /** What is known of an event besides its payload, fixed when it is published. */
    record Headers(
            String correlationId,
            @Nullable String causationId,
            @Nullable String traceparent) {}
}
