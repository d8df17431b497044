package com.ecom.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The contract, and that what a pass and a look at the backlog cost depends on what waits, not on what was sent since the last purge. */
class JdbcOutboxStoreIT extends OutboxStoreContract {

    private static final int SENT = 2_500;
    private static final List<Integer> ALL_BUCKETS =
            IntStream.range(0, OutboxPartitions.COUNT).boxed().toList();
    private static final String NUMBERS = """
            with recursive digits (n) as (select 0 union all select n + 1 from digits where n < 49)
            select a.n * 50 + b.n from digits a join digits b
            """;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String mark = UUID.randomUUID().toString();

    /** On a pool that has a connection for a second relay. */
    @Override
    protected OutboxStore store() {
        var rows = new OutboxRows(jdbc, JsonMapper.shared());
        return new JdbcOutboxStore(new TransactionTemplate(transactions), new OutboxPartitions(jdbc), rows, rows);
    }

    @Override
    protected String publish(int events) {
        var key = UUID.randomUUID().toString();
        for (int i = 1; i <= events; i++) {
            var next = new Letter(key, "LOW", 1, i);
            new TransactionTemplate(transactions).executeWithoutResult(_ -> outbox.publish(next));
        }
        return key;
    }

    /** Also when the statistics were made while all of them were sent, so that no state looks rare. */
    @Test
    void thoseThatWereSentAreNotReadAgain() {
        add(SENT, 1);
        jdbc.sql("analyze table outbox_event").query().listOfRows();

        var read = new TransactionTemplate(transactions).execute(_ -> {
            add(2, 0);
            var before = rowsRead();
            var rows = new OutboxRows(jdbc, JsonMapper.shared());
            rows.next(ALL_BUCKETS, 100);
            rows.backlog();
            return rowsRead() - before;
        });

        assertThat(read).isLessThan(100);
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from outbox_event where aggregate_id = ?").param(mark).update();
    }

    private void add(int many, int status) {
        jdbc.sql("""
                insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload, status)
                select uuid(), 'letters', :mark, 'old', 0, '{}', '{}', :status from (%s) as many limit :many
                """.formatted(NUMBERS))
                .param("mark", mark)
                .param("status", status)
                .param("many", many)
                .update();
    }

    /** By this connection so far. */
    private long rowsRead() {
        return jdbc.sql("""
                        show session status where variable_name in ('Handler_read_first', 'Handler_read_key',
                            'Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd', 'Handler_read_rnd_next')
                        """).query((row, _) -> row.getLong("Value")).list().stream()
                .mapToLong(it -> it)
                .sum();
    }

    /** Borrows the smallest contract that there is. */
    record Letter(String sku, String level, int available, long version) implements Event {

        @Override
        public String type() {
            return "stock.changed.v1";
        }

        @Override
        public String topic() {
            return "letters";
        }

        @Override
        public String key() {
            return sku;
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class AnyService {}
}
