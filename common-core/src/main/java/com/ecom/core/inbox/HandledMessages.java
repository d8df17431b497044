package com.ecom.core.inbox;

import com.ecom.core.jdbc.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the inbox remembers of the messages that took effect. */
class HandledMessages {

    private final JdbcClient jdbc;

    HandledMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, older than that one: ids of messages grow with the time of their sending. */
    List<HandledMessage> of(String group, @Nullable String before, int limit) {
        return jdbc.sql("""
                select consumer, event_id, event_type, received_at from inbox_message
                where consumer = :consumer and (:before is null or event_id < :before)
                order by event_id desc limit :limit
                """)
                .param("consumer", group)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** By which consumers it was handled; the few there are make the key's first half. */
    List<HandledMessage> of(UUID eventId) {
        return jdbc.sql("""
                select consumer, event_id, event_type, received_at from inbox_message
                where event_id = :id and consumer in (select distinct consumer from inbox_message)
                """)
                .param("id", eventId.toString())
                .query((row, _) -> read(row))
                .list();
    }

    private static HandledMessage read(ResultSet row) throws SQLException {
        return new HandledMessage(
                row.getString("consumer"),
                row.getString("event_id"),
                row.getString("event_type"),
                Utc.instant(row, "received_at"));
    }

    record HandledMessage(String group, String eventId, String type, Instant handledAt) {}
}
