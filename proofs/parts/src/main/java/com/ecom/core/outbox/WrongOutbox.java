package com.ecom.core.outbox;

import com.ecom.core.outbox.OutboxStore.Refusal;
import com.ecom.proof.planting.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** OutboxParts of the outbox with one mistake each. */
final class WrongOutbox {

    private WrongOutbox() {}

    static final class ReadsPastACursor extends OutboxRows {

        private final JdbcClient jdbc;
        private long last;

        ReadsPastACursor(JdbcClient jdbc) {
            super(jdbc, JsonMapper.shared());
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxEvent> next(Collection<Integer> buckets, int limit) {
            var next = super.next(buckets, limit).stream()
                    .filter(it -> it.sequence() > last)
                    .toList();
            last = jdbc.sql("select coalesce(max(id), 0) from outbox_event")
                    .query(Long.class)
                    .single();
            return next;
        }
    }

    static final class LocksNoBucket extends OutboxPartitions {

        LocksNoBucket(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        List<Integer> takeFree() {
            return IntStream.range(0, COUNT).boxed().toList();
        }
    }

    static final class LocksRows extends OutboxRows {

        private final JdbcClient jdbc;

        LocksRows(JdbcClient jdbc) {
            super(jdbc, JsonMapper.shared());
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxEvent> next(Collection<Integer> buckets, int limit) {
            var mine = jdbc.sql(
                            "select id from outbox_event where status = 0 order by id limit ? for update skip locked")
                    .param(limit)
                    .query(Long.class)
                    .list();
            return super.next(buckets, 500).stream()
                    .filter(it -> mine.contains(it.sequence()))
                    .toList();
        }
    }

    static final class PassesParkedEvents extends OutboxRows {

        private final JdbcClient jdbc;

        PassesParkedEvents(JdbcClient jdbc) {
            super(jdbc, JsonMapper.shared());
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxEvent> next(Collection<Integer> buckets, int limit) {
            jdbc.sql("update outbox_event set status = 4 where status = 2").update();
            var next = super.next(buckets, limit);
            jdbc.sql("update outbox_event set status = 2 where status = 4").update();
            return next;
        }
    }

    static final class NeverParks extends OutboxRows {

        NeverParks(JdbcClient jdbc) {
            super(jdbc, JsonMapper.shared());
        }

        @Override
        void markRefused(OutboxEvent event, Refusal refusal) {
            super.markRefused(event, new Refusal(refusal.attempts(), refusal.error(), false));
        }
    }

    /** The production sender, of whose findings something else is made. */
    abstract static class WrongSender extends Sender {

        private final Sender right;

        WrongSender(Wire wire) {
            super(wire.template(), Wire.TOPICS, "proof", Duration.ofSeconds(1));
            this.right = wire.sender();
        }

        Sent rightly(List<OutboxEvent> rows) {
            return right.send(rows);
        }
    }

    static final class BlamesTheRecord extends WrongSender {

        BlamesTheRecord(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxEvent> rows) {
            var sent = rightly(rows);
            var failure = sent.brokerFailure;
            if (failure != null) {
                rows.stream().filter(it -> !sent.delivered.contains(it)).forEach(it -> sent.refused.put(it, failure));
            }
            return sent;
        }
    }

    static final class BelievesInTheBroker extends WrongSender {

        BelievesInTheBroker(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxEvent> rows) {
            rightly(rows);
            var believed = new Sent();
            believed.delivered.addAll(rows);
            return believed;
        }
    }

    static final class SendsWithoutWaves extends WrongSender {

        SendsWithoutWaves(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxEvent> rows) {
            var all = new Sent();
            for (var row : rows) {
                var one = rightly(List.of(row));
                all.delivered.addAll(one.delivered);
                if (one.brokerFailure != null) {
                    all.brokerFailure = one.brokerFailure;
                }
            }
            return all;
        }
    }

    static final class WritesOnItsOwn implements Outbox {

        private final Database database;
        private final Function<Event, Runnable> write;

        WritesOnItsOwn(Database database) {
            this.database = database;
            this.write = event -> () -> database.transaction()
                    .executeWithoutResult(
                            _ -> new OutboxParts().outbox(database).publish(event));
        }

        @Override
        public void publish(Event event) {
            new OutboxScene(database, new OutboxParts()).elsewhere(write.apply(event));
        }
    }
}
