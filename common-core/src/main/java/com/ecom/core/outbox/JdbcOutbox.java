package com.ecom.core.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

class JdbcOutbox implements Outbox {

    private static final int MAX_BYTES = 512 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TraceLink trace;
    private final Nudge nudge;

    JdbcOutbox(JdbcClient jdbc, JsonMapper json, TraceLink trace, Nudge nudge) {
        this.jdbc = jdbc;
        this.json = json;
        this.trace = trace;
        this.nudge = nudge;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Event event) {
        var payload = json.writeValueAsString(event);
        if (payload.length() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A %s of %d bytes is too large".formatted(event.type(), payload.length()));
        }
        jdbc.sql("""
                insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload)
                values (:id, :topic, :key, :type, :bucket, :headers, :payload)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("topic", event.topic())
                .param("key", event.key())
                .param("type", event.type())
                .param("bucket", bucketOf(event.key()))
                .param("headers", json.writeValueAsString(headersOf(event)))
                .param("payload", payload)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.give();
            }
        });
    }

    private OutboxRow.Headers headersOf(Event event) {
        var cause = Envelope.current();
        return cause == null
                ? new OutboxRow.Headers(event.key(), null, trace.current())
                : new OutboxRow.Headers(cause.correlationId(), cause.id().toString(), trace.current());
    }

    static int bucketOf(String key) {
        var crc = new CRC32();
        crc.update(key.getBytes(UTF_8));
        return (int) (crc.getValue() % Buckets.COUNT);
    }
}
