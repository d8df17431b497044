package com.ecom.core.deadletters;

import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.jdbc.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class JdbcDeadLetters implements DeadLetters {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final String COLUMNS = """
            select id, consumer, topic, partition_no, offset_no, event_id, event_type, message_key, headers, payload, error, state, kept_at
            from dead_letter
            """;
    private static final String CHOSEN = """
            where state = :state
              and (:id is null or id = :id)
              and (:consumer is null or consumer = :consumer)
              and (:topic is null or topic = :topic)
              and (:type is null or event_type = :type)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Forgotten forgotten;

    JdbcDeadLetters(JdbcClient jdbc, JsonMapper json, Forgotten forgotten) {
        this.jdbc = jdbc;
        this.json = json;
        this.forgotten = forgotten;
    }

    @Override
    @Transactional
    public void keep(DeadLetter letter) {
        var it = forgotten.among(letter.mentioned()).isEmpty() ? letter : letter.withoutWords();
        jdbc.sql("""
                insert into dead_letter (id, consumer, topic, partition_no, offset_no, event_id, event_type, message_key,
                    headers, payload, error, state)
                values (:id, :consumer, :topic, :partition, :offset, :eventId, :type, :key, :headers, :payload, :error, :state)
                on duplicate key update id = id
                """)
                .param("id", it.id())
                .param("consumer", it.group())
                .param("topic", it.topic())
                .param("partition", it.partition())
                .param("offset", it.offset())
                .param("eventId", it.eventId())
                .param("type", it.type())
                .param("key", it.key())
                .param("headers", json.writeValueAsString(it.headers()))
                .param("payload", it.payload())
                .param("error", it.error())
                .param("state", it.state().name())
                .update();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public List<DeadLetter> list(State state, Choice choice, String after, int limit) {
        return chosen(COLUMNS + CHOSEN + "and id > :after order by id limit :limit", state, choice)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public long count(State state, Choice choice) {
        return chosen("select count(*) from dead_letter " + CHOSEN, state, choice)
                .query(Long.class)
                .single();
    }

    @Override
    public long move(State from, State to, Choice choice, int most) {
        return chosen("update dead_letter set state = :to " + CHOSEN + "order by id limit :most", from, choice)
                .param("to", to.name())
                .param("most", most)
                .update();
    }

    @Override
    public void tried(String id, State state, String error) {
        jdbc.sql("update dead_letter set state = :state, error = :error where id = :id and state = 'REQUEUED'")
                .param("id", id)
                .param("state", state.name())
                .param("error", error)
                .update();
    }

    @Override
    public int forgetDecided(Duration age, int limit) {
        return jdbc.sql("""
                delete from dead_letter where state in ('HANDLED', 'DISCARDED') and kept_at < now(3) - interval :age second
                order by kept_at limit :limit
                """).param("age", age.toSeconds()).param("limit", limit).update();
    }

    private JdbcClient.StatementSpec chosen(String sql, State state, Choice it) {
        return jdbc.sql(sql)
                .param("state", state.name())
                .param("id", it.id())
                .param("consumer", it.group())
                .param("topic", it.topic())
                .param("type", it.type());
    }

    private DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("id"),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition_no"),
                row.getLong("offset_no"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("message_key"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getString("payload"),
                row.getString("error"),
                State.valueOf(row.getString("state")),
                Utc.instant(row, "kept_at"));
    }
}
