package com.ecom.core.outbox;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.outbox.OutboxEntry.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table as an operator sees it. */
class JdbcOutboxAdmin implements OutboxAdmin {

    private static final String CHOSEN = """
            where status = :status
              and (:eventId is null or event_id = :eventId)
              and (:topic is null or topic = :topic)
              and (:key is null or aggregate_id = :key)
              and (:type is null or event_type = :type)
              and (:from is null or created_at >= :from)
              and (:until is null or created_at < :until)
              and (:sentBefore is null or sent_at < :sentBefore)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcOutboxAdmin(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<OutboxEntry> list(State state, Choice choice, @Nullable String after, int limit) {
        return chosen("""
                select id, event_id, topic, aggregate_id, event_type, status, attempts, last_error, created_at, sent_at,
                       null as headers, null as payload
                from outbox_event
                """ + CHOSEN + "and id > :after order by id limit :limit", state, choice)
                .param("after", after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public String positionOf(OutboxEntry entry) {
        return Long.toString(entry.id());
    }

    @Override
    public Optional<OutboxEntry> find(UUID eventId) {
        return jdbc.sql("""
                select id, event_id, topic, aggregate_id, event_type, status, attempts, last_error, created_at, sent_at,
                       headers, payload
                from outbox_event where event_id = :eventId
                """)
                .param("eventId", eventId.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public long count(State state, Choice choice) {
        return chosen("select count(*) from outbox_event " + CHOSEN, state, choice)
                .query(Long.class)
                .single();
    }

    /** The relay takes what is new from there. */
    @Override
    public long move(State from, State to, Choice choice, int most) {
        return chosen("""
                update outbox_event
                set status = :to, attempts = 0, last_error = if(:to = :discarded, last_error, null), sent_at = null
                """ + CHOSEN + "order by id limit :most", from, choice)
                .param("to", to.number)
                .param("discarded", State.DISCARDED.number)
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec chosen(String sql, State state, Choice it) {
        return jdbc.sql(sql)
                .param("status", state.number)
                .param("eventId", it.eventId() == null ? null : it.eventId().toString())
                .param("topic", it.topic())
                .param("key", it.key())
                .param("type", it.type())
                .param("from", Utc.columnOrNull(it.from()))
                .param("until", Utc.columnOrNull(it.until()))
                .param("sentBefore", Utc.columnOrNull(it.sentBefore()));
    }

    private OutboxEntry read(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getLong("id"),
                UUID.fromString(row.getString("event_id")),
                row.getString("topic"),
                row.getString("aggregate_id"),
                row.getString("event_type"),
                State.of(row.getInt("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                Utc.instant(row, "created_at"),
                Utc.instantOrNull(row, "sent_at"),
                tree(row.getString("headers")),
                tree(row.getString("payload")));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
