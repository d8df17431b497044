package com.ecom.core.outbox;

import com.ecom.proof.planting.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One outbox, one broker, and as many relays as pass. */
final class OutboxScene {

    final Database database;
    final Wire wire = new Wire();
    final Outbox outbox;
    private final OutboxPartitions buckets;
    private final OutboxRows rows;
    private final Sender sender;

    OutboxScene(Database database, OutboxParts parts) {
        this.database = database;
        this.outbox = parts.outbox(database);
        this.buckets = parts.buckets(database.jdbc());
        this.rows = parts.rows(database.jdbc());
        this.sender = parts.sender(wire);
    }

    void publish(String about, int version) {
        database.transaction().executeWithoutResult(_ -> outbox.publish(new PlantedInOutbox.Published(about, version)));
    }

    /** Writes within the current transaction, now and not just before it commits. */
    void insert(String about, int version) {
        database.jdbc()
                .sql("""
                insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload)
                values (uuid(), 'things', :key, 'thing.changed.v1', 0, '{"correlationId": "c"}', :payload)
                """)
                .param("key", about)
                .param("payload", JsonMapper.shared().writeValueAsString(new PlantedInOutbox.Published(about, version)))
                .update();
    }

    void pass() {
        pass(500);
    }

    void pass(int batch) {
        var properties = new OutboxProperties(
                List.of(),
                Duration.ofMillis(500),
                batch,
                Duration.ofSeconds(1),
                3,
                Duration.ofDays(3),
                Duration.ofDays(30));
        var store = new JdbcOutboxStore(database.transaction(), buckets, rows, rows);
        new Delivery(store, sender, properties, new SimpleMeterRegistry()).run(true);
    }

    /** On another thread, and so in another transaction. */
    void elsewhere(Runnable something) {
        var running = new FutureTask<>(something, "");
        Thread.ofPlatform().daemon().start(running);
        try {
            running.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("It does not get done elsewhere", e);
        }
    }

    long count(int status) {
        return database.jdbc()
                .sql("select count(*) from outbox_event where status = ?")
                .param(status)
                .query(Long.class)
                .single();
    }

    @Nullable
    String inOrder() {
        var versions = wire.taken().stream()
                .map(it -> JsonMapper.shared()
                        .readValue(it, PlantedInOutbox.Published.class)
                        .version())
                .distinct()
                .toList();
        return versions.equals(List.of(1, 2)) ? null : "two events of one key came as " + versions;
    }
}
