package com.ecom.core.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.jdbc.BulkSql;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

class JdbcOutbox implements Outbox {

    private static final int MAX_BYTES = 512 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TraceLink trace;
    private final RelayWakeUp wakeUp;

    JdbcOutbox(JdbcClient jdbc, JsonMapper json, TraceLink trace, RelayWakeUp wakeUp) {
        this.jdbc = jdbc;
        this.json = json;
        this.trace = trace;
        this.wakeUp = wakeUp;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Event event) {
        var payload = json.writeValueAsString(event);
        var bytes = payload.getBytes(UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("A %s of %d bytes is too large".formatted(event.type(), bytes));
        }
        TransactionOutboxBuffer.ofThisTransaction(this::write, wakeUp)
                .add(new NewRow(event, headersOf(event), payload));
    }

    /** One statement for all, because a transaction that handles many messages publishes many events. */
    private void write(List<NewRow> rows) {
        BulkSql.in(
                        jdbc,
                        """
                        insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload)
                        values %s
                        """,
                        "(?, ?, ?, ?, ?, ?, ?)",
                        rows.stream().map(this::columnsOf).toList())
                .update();
    }

    private Object[] columnsOf(NewRow it) {
        return new Object[] {
            UuidCreator.getTimeOrderedEpoch().toString(),
            it.event().topic(),
            it.event().key(),
            it.event().type(),
            bucketOf(it.event().key()),
            json.writeValueAsString(it.headers()),
            it.payload()
        };
    }

    private OutboxEvent.Headers headersOf(Event event) {
        var cause = Envelope.current();
        return cause == null
                ? new OutboxEvent.Headers(event.key(), null, trace.current())
                : new OutboxEvent.Headers(cause.correlationId(), cause.id().toString(), trace.current());
    }

    static int bucketOf(String key) {
        var crc = new CRC32();
        crc.update(key.getBytes(UTF_8));
        return (int) (crc.getValue() % OutboxPartitions.COUNT);
    }

    record NewRow(Event event, OutboxEvent.Headers headers, String payload) {}
}
