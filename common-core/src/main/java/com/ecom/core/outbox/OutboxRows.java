package com.ecom.core.outbox;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.outbox.OutboxEntry.State;
import com.ecom.core.outbox.OutboxStore.Backlog;
import com.ecom.core.outbox.OutboxStore.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as its relay sees it. */
class OutboxRows {

    /** What statements call the states: {@code :new}, {@code :sent}, {@code :parked}, {@code :discarded}. */
    private static final Map<String, Integer> STATUS = Stream.of(State.values())
            .collect(toUnmodifiableMap(it -> it.name().toLowerCase(Locale.ROOT), it -> it.number));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The oldest new events of these buckets; what follows a parked event on its key waits with it. The index is named
     * because statistics made while all events were sent make no state look rare: MySQL would then read every one of them.
     */
    List<OutboxEvent> next(Collection<Integer> buckets, int limit) {
        return jdbc.sql("""
                select id, event_id, topic, aggregate_id, event_type, headers, payload, created_at, attempts
                from outbox_event e force index (ix_relay)
                where status = :new %s
                  and (e.topic, e.aggregate_id) not in
                      (select topic, aggregate_id from outbox_event force index (ix_relay) where status = :parked)
                order by id
                limit :limit
                """.formatted(buckets.size() == OutboxPartitions.COUNT ? "" : "and bucket in (:buckets)"))
                .params(STATUS)
                .param("buckets", buckets)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    void markSent(Collection<OutboxEvent> events) {
        if (!events.isEmpty()) {
            jdbc.sql("update outbox_event set status = :sent, sent_at = now(3) where id in (:ids)")
                    .params(STATUS)
                    .param("ids", events.stream().map(OutboxEvent::sequence).toList())
                    .update();
        }
    }

    void markRefused(OutboxEvent event, Refusal refusal) {
        jdbc.sql("""
                update outbox_event
                set attempts = :attempts, last_error = :error, status = if(:isParked, :parked, :new)
                where id = :id
                """)
                .params(STATUS)
                .param("id", event.sequence())
                .param("attempts", refusal.attempts())
                .param("error", refusal.error())
                .param("isParked", refusal.parked())
                .update();
    }

    int forgetSentBefore(Duration age, int limit) {
        return jdbc.sql("""
                delete from outbox_event
                where status = :sent and sent_at < now(3) - interval :seconds second
                order by sent_at limit :limit
                """)
                .params(STATUS)
                .param("seconds", age.toSeconds())
                .param("limit", limit)
                .update();
    }

    int forgetDiscardedBefore(Duration age, int limit) {
        return jdbc.sql("""
                delete from outbox_event
                where status = :discarded and created_at < now(3) - interval :seconds second
                order by id limit :limit
                """)
                .params(STATUS)
                .param("seconds", age.toSeconds())
                .param("limit", limit)
                .update();
    }

    Backlog backlog() {
        return jdbc.sql("""
                select coalesce(sum(status = :new), 0) as pending, coalesce(sum(status = :parked), 0) as parked,
                       (select coalesce(timestampdiff(second, min(created_at), now(3)), 0)
                        from outbox_event force index (ix_relay)
                        where status = :new
                          and (topic, aggregate_id) not in
                              (select topic, aggregate_id from outbox_event force index (ix_relay) where status = :parked)
                       ) as oldest
                from outbox_event force index (ix_relay) where status in (:new, :parked)
                """)
                .params(STATUS)
                .query((row, _) -> new Backlog(row.getLong("pending"), row.getLong("parked"), row.getLong("oldest")))
                .single();
    }

    private OutboxEvent read(ResultSet row) throws SQLException {
        return new OutboxEvent(
                UUID.fromString(row.getString("event_id")),
                row.getString("topic"),
                row.getString("aggregate_id"),
                row.getString("event_type"),
                row.getLong("id"),
                Utc.instant(row, "created_at"),
                json.readValue(row.getString("headers"), OutboxEvent.Headers.class),
                row.getString("payload"),
                row.getInt("attempts"));
    }
}
