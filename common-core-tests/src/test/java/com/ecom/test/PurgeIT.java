package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is old and done is forgotten, in more than one chunk, and nothing else. */
@ServiceTest
class PurgeIT {

    private static final int MORE_THAN_TWO_CHUNKS = 2_500;
    private static final String NUMBERS = """
            with recursive digits (n) as (select 0 union all select n + 1 from digits where n < 49)
            select a.n * 50 + b.n from digits a join digits b
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<ScheduledTaskHolder> schedules;

    private final String mark = UUID.randomUUID().toString();

    /** Also behind a parked event, which may wait for its operator as long as it likes, with all that follow it. */
    @Test
    void ofTheOutboxOnlyWhatWasDeliveredLongAgo() {
        jdbc.sql("""
                insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload, status,
                    created_at, sent_at)
                select uuid(), 'letters', :mark, 'old', 0, '{}', '{}', 1, now(3) - interval 5 day, now(3) - interval 4 day
                from (%s) as many
                """.formatted(NUMBERS)).param("mark", mark).update();
        event("delivered lately", 1, "now(3) - interval 2 day");
        event("parked", 2, "null");
        event("behind it", 0, "null");
        event("discarded", 3, "null");
        event("discarded long ago", 3, "null");
        jdbc.sql(
                        "update outbox_event set created_at = now(3) - interval 31 day where aggregate_id = ? and event_type = ?")
                .params(mark, "discarded long ago")
                .update();
        assertThat(kept()).hasSize(MORE_THAN_TWO_CHUNKS + 5);

        run("OutboxUpkeep.forgetSent");

        assertThat(kept()).containsExactly("behind it", "delivered lately", "discarded", "parked");
    }

    @Test
    void ofTheInboxOnlyWhatNoTopicKeepsAnyMore() {
        jdbc.sql("""
                insert into inbox_message (consumer, event_id, event_type, received_at)
                select :mark, uuid(), 'old', now(3) - interval 16 day from (%s) as many
                """.formatted(NUMBERS)).param("mark", mark).update();
        jdbc.sql("insert into inbox_message values (:mark, uuid(), 'not so old', now(3) - interval 14 day)")
                .param("mark", mark)
                .update();

        run("JdbcInbox.forgetOld");

        assertThat(jdbc.sql("select event_type from inbox_message where consumer = ?")
                        .param(mark)
                        .query(String.class)
                        .list())
                .containsExactly("not so old");
    }

    @Test
    void ofTheKeysOnlyThoseThatNobodyRepeatsAnyMore() {
        jdbc.sql("""
                insert into idempotency_key (caller, operation, value, request_hash, created_at)
                select :mark, 'GET /', uuid(), '', now(3) - interval 8 day from (%s) as many
                """.formatted(NUMBERS)).param("mark", mark).update();
        jdbc.sql("insert into idempotency_key values (:mark, 'GET /', 'not so old', '', null, now(3) - interval 6 day)")
                .param("mark", mark)
                .update();

        run("PurgeIdempotencyKeys.purge");

        assertThat(jdbc.sql("select value from idempotency_key where caller = ?")
                        .param(mark)
                        .query(String.class)
                        .list())
                .containsExactly("not so old");
    }

    @AfterEach
    void leaveNothingParked() {
        jdbc.sql("delete from outbox_event where aggregate_id = ?").param(mark).update();
    }

    private void event(String type, int status, String sentAt) {
        jdbc.sql("""
                insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload, status,
                    created_at, sent_at)
                values (uuid(), 'letters', :mark, :type, 0, '{}', '{}', :status, now(3) - interval 5 day, %s)
                """.formatted(sentAt))
                .param("mark", mark)
                .param("type", type)
                .param("status", status)
                .update();
    }

    private List<String> kept() {
        return jdbc.sql("select event_type from outbox_event where aggregate_id = ? order by event_type")
                .param(mark)
                .query(String.class)
                .list();
    }

    private void run(String name) {
        var tasks = schedules.stream()
                .flatMap(it -> it.getScheduledTasks().stream())
                .map(it -> it.getTask().getRunnable())
                .filter(it -> it.toString().endsWith("." + name))
                .toList();
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
    }
}
