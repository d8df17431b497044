package com.ecom.core.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Envelopes as Kafka records and back (CloudEvents Kafka protocol binding 1.0.2, binary content mode). */
public final class CloudEvents {

    private CloudEvents() {}

    public static ProducerRecord<String, byte[]> toRecord(String topic, Envelope it) {
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", it.id().toString());
        put(headers, "ce_type", it.type());
        put(headers, "ce_source", it.source());
        put(headers, "ce_subject", it.subject());
        put(headers, "ce_time", it.time().toString());
        put(headers, "ce_dataschema", "https://ecom.example/contracts/events/%s/schema.json".formatted(it.type()));
        put(headers, "ce_aggregateseq", Long.toString(it.sequence()));
        put(headers, "ce_correlationid", it.correlationId());
        put(headers, "ce_causationid", it.causationId());
        put(headers, "traceparent", it.traceparent());
        put(headers, "content-type", "application/json");
        return new ProducerRecord<>(topic, null, null, it.subject(), it.data().getBytes(UTF_8), headers);
    }

    /** @throws Unreadable if the record is not one of our messages, however often it is tried */
    public static Envelope from(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        try {
            return new Envelope(
                    UUID.fromString(need(headers, "ce_id")),
                    need(headers, "ce_type"),
                    need(headers, "ce_source"),
                    need(headers, "ce_subject"),
                    Instant.parse(need(headers, "ce_time")),
                    Long.parseLong(need(headers, "ce_aggregateseq")),
                    need(headers, "ce_correlationid"),
                    get(headers, "ce_causationid"),
                    get(headers, "traceparent"),
                    new String(record.value(), UTF_8));
        } catch (RuntimeException e) {
            throw new Unreadable("%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()), e);
        }
    }

    /** Of which type a record says it is; nothing if it does not. */
    public static @Nullable String typeOf(ConsumerRecord<String, byte[]> record) {
        return get(record.headers(), "ce_type");
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    private static String need(Headers headers, String name) {
        var value = get(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** A record that no retry will make readable. */
    public static final class Unreadable extends RuntimeException {
        private Unreadable(String where, Throwable cause) {
            super("The record at %s is not a message of ours".formatted(where), cause);
        }
    }
}
