package com.ecom.core.outbox;

import com.ecom.core.envelope.TraceLink;
import com.ecom.proof.planted.Database;
import com.ecom.proof.planted.Planted;
import com.ecom.proof.planted.Planted.Check;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Mistakes that outboxes make in the field. */
public final class PlantedInOutbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlantedInOutbox() {}

    public static List<Planted> all() {
        return List.of(
                planted("the relay reads past a cursor instead of by status", PlantedInOutbox::lateCommit, new Parts() {
                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new ReadsPastACursor(jdbc);
                    }
                }),
                planted("relays share rows instead of buckets", PlantedInOutbox::twoRelays, new Parts() {
                    @Override
                    OutboxPartitions buckets(JdbcClient jdbc) {
                        return new LocksNoBucket(jdbc);
                    }

                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new LocksRows(jdbc);
                    }
                }),
                planted("a parked event does not hold up its key", PlantedInOutbox::parked, new Parts() {
                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new PassesParkedEvents(jdbc);
                    }
                }),
                planted("a refused event is never parked", PlantedInOutbox::parked, new Parts() {
                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new NeverParks(jdbc);
                    }
                }),
                planted("an outage counts as the event's own failure", PlantedInOutbox::outage, new Parts() {
                    @Override
                    Sender sender(Wire wire) {
                        return new BlamesTheRecord(wire);
                    }
                }),
                planted("an event is marked sent without an acknowledgement", PlantedInOutbox::outage, new Parts() {
                    @Override
                    Sender sender(Wire wire) {
                        return new BelievesInTheBroker(wire);
                    }
                }),
                planted("events of one key are under way together", PlantedInOutbox::expiredSend, new Parts() {
                    @Override
                    Sender sender(Wire wire) {
                        return new SendsWithoutWaves(wire);
                    }
                }),
                planted(
                        "an event is published although its change is not kept",
                        PlantedInOutbox::rollback,
                        new Parts() {
                            @Override
                            Outbox outbox(Database database) {
                                return new WritesOnItsOwn(database);
                            }
                        }),
                planted(
                        "an event is forgotten although its change is kept",
                        PlantedInOutbox::crashAfterCommit,
                        new Parts() {
                            @Override
                            Outbox outbox(Database database) {
                                return _ -> {};
                            }
                        }));
    }

    private static Planted planted(String name, Trial trial, Parts broken) {
        return new Planted(name, on(trial, new Parts()), on(trial, broken));
    }

    private static Check on(Trial trial, Parts parts) {
        return database -> trial.violation(new Scene(database, parts));
    }

    /** Ids are given before they are committed: the smaller one may become visible later. */
    private static @Nullable String lateCommit(Scene scene) {
        var outer = scene.database.transaction();
        outer.executeWithoutResult(_ -> {
            scene.insert("late", 1);
            scene.elsewhere(() -> {
                scene.publish("early", 1);
                scene.pass();
            });
        });
        scene.pass();
        return scene.wire.taken().size() == 2 ? null : "an event that was committed later than a younger one is lost";
    }

    /** While one relay is sending a key's first event, another one comes along. */
    private static @Nullable String twoRelays(Scene scene) {
        scene.publish("k", 1);
        scene.publish("k", 2);
        var first = new AtomicInteger();
        scene.wire.refusing(_ -> {
            if (first.getAndIncrement() == 0) {
                scene.elsewhere(scene::pass);
            }
            return null;
        });
        scene.pass(1);
        scene.pass();
        return scene.inOrder();
    }

    private static @Nullable String parked(Scene scene) {
        scene.publish("k", 1);
        scene.publish("k", 2);
        scene.publish("other", 1);
        scene.wire.refusing(
                it -> it.contains("\"k\"") && it.contains(":1}") ? new RecordTooLargeException("no") : null);
        for (int i = 0; i < 4; i++) {
            scene.pass();
        }
        if (scene.wire.taken().stream().anyMatch(it -> it.contains("\"k\""))) {
            return "an event overtook the parked one before it";
        }
        return scene.count(2) == 1 ? null : "what the broker refuses for ever is tried for ever";
    }

    private static @Nullable String outage(Scene scene) {
        scene.publish("k", 1);
        scene.wire.refusing(_ -> new TimeoutException("nobody there"));
        for (int i = 0; i < 4; i++) {
            scene.pass();
        }
        if (scene.count(2) > 0) {
            return "an outage parked an event";
        }
        scene.wire.refusing(_ -> null);
        scene.pass();
        return scene.wire.taken().size() == 1 ? null : "an event was lost in an outage";
    }

    private static @Nullable String expiredSend(Scene scene) {
        scene.publish("k", 1);
        scene.publish("k", 2);
        var sends = new AtomicInteger();
        scene.wire.refusing(_ -> sends.getAndIncrement() == 0 ? new TimeoutException("expired") : null);
        scene.pass();
        scene.pass();
        return scene.inOrder();
    }

    private static @Nullable String rollback(Scene scene) {
        scene.database.transaction().executeWithoutResult(status -> {
            scene.outbox.publish(new Published("k", 1));
            status.setRollbackOnly();
        });
        scene.pass();
        return scene.wire.taken().isEmpty() ? null : "a change was announced that never happened";
    }

    private static @Nullable String crashAfterCommit(Scene scene) {
        scene.publish("k", 1);
        scene.pass();
        return scene.wire.taken().size() == 1 ? null : "a change was kept and never announced";
    }

    private interface Trial {
        @Nullable
        String violation(Scene scene) throws Exception;
    }

    record Published(String about, int version) implements Event {

        @Override
        public String type() {
            return "thing.told.v1";
        }

        @Override
        public String topic() {
            return "things";
        }

        @Override
        public String key() {
            return about;
        }
    }

    /** What a relay is made of; a mistake replaces a part. */
    private static class Parts {

        Outbox outbox(Database database) {
            return new JdbcOutbox(database.jdbc(), JSON, new TraceLink(null, null), new RelayWakeUp());
        }

        OutboxPartitions buckets(JdbcClient jdbc) {
            return new OutboxPartitions(jdbc);
        }

        OutboxRows rows(JdbcClient jdbc) {
            return new OutboxRows(jdbc, JSON);
        }

        Sender sender(Wire wire) {
            return wire.sender();
        }
    }

    /** One outbox, one broker, and as many relays as pass. */
    private static final class Scene {

        final Database database;
        final Wire wire = new Wire();
        final Outbox outbox;
        private final OutboxPartitions buckets;
        private final OutboxRows rows;
        private final Sender sender;

        Scene(Database database, Parts parts) {
            this.database = database;
            this.outbox = parts.outbox(database);
            this.buckets = parts.buckets(database.jdbc());
            this.rows = parts.rows(database.jdbc());
            this.sender = parts.sender(wire);
        }

        void publish(String about, int version) {
            database.transaction().executeWithoutResult(_ -> outbox.publish(new Published(about, version)));
        }

        /** Writes within the current transaction, now and not just before it commits. */
        void insert(String about, int version) {
            database.jdbc()
                    .sql("""
                    insert into outbox_event (event_id, topic, aggregate_id, event_type, bucket, headers, payload)
                    values (uuid(), 'things', :key, 'thing.told.v1', 0, '{"correlationId": "c"}', :payload)
                    """)
                    .param("key", about)
                    .param("payload", JSON.writeValueAsString(new Published(about, version)))
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
            var transaction = database.transaction();
            new Delivery(transaction, buckets, rows, sender, properties, new SimpleMeterRegistry()).run();
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
                    .map(it -> JSON.readValue(it, Published.class).version())
                    .distinct()
                    .toList();
            return versions.equals(List.of(1, 2)) ? null : "two events of one key came as " + versions;
        }
    }

    private static final class ReadsPastACursor extends OutboxRows {

        private final JdbcClient jdbc;
        private long last;

        ReadsPastACursor(JdbcClient jdbc) {
            super(jdbc, JSON);
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxRow> next(Collection<Integer> buckets, int limit) {
            var next = super.next(buckets, limit).stream()
                    .filter(it -> it.id() > last)
                    .toList();
            last = jdbc.sql("select coalesce(max(id), 0) from outbox_event")
                    .query(Long.class)
                    .single();
            return next;
        }
    }

    private static final class LocksNoBucket extends OutboxPartitions {

        LocksNoBucket(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        List<Integer> takeFree() {
            return IntStream.range(0, COUNT).boxed().toList();
        }
    }

    private static final class LocksRows extends OutboxRows {

        private final JdbcClient jdbc;

        LocksRows(JdbcClient jdbc) {
            super(jdbc, JSON);
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxRow> next(Collection<Integer> buckets, int limit) {
            var mine = jdbc.sql(
                            "select id from outbox_event where status = 0 order by id limit ? for update skip locked")
                    .param(limit)
                    .query(Long.class)
                    .list();
            return super.next(buckets, 500).stream()
                    .filter(it -> mine.contains(it.id()))
                    .toList();
        }
    }

    private static final class PassesParkedEvents extends OutboxRows {

        private final JdbcClient jdbc;

        PassesParkedEvents(JdbcClient jdbc) {
            super(jdbc, JSON);
            this.jdbc = jdbc;
        }

        @Override
        List<OutboxRow> next(Collection<Integer> buckets, int limit) {
            jdbc.sql("update outbox_event set status = 4 where status = 2").update();
            var next = super.next(buckets, limit);
            jdbc.sql("update outbox_event set status = 2 where status = 4").update();
            return next;
        }
    }

    private static final class NeverParks extends OutboxRows {

        NeverParks(JdbcClient jdbc) {
            super(jdbc, JSON);
        }

        @Override
        void markFailed(long id, String error, int maxAttempts) {
            super.markFailed(id, error, Integer.MAX_VALUE);
        }
    }

    /** The production sender, of whose findings something else is made. */
    private abstract static class WrongSender extends Sender {

        private final Sender right;

        WrongSender(Wire wire) {
            super(wire.template(), Wire.TOPICS, "proof", Duration.ofSeconds(1));
            this.right = wire.sender();
        }

        Sent rightly(List<OutboxRow> rows) {
            return right.send(rows);
        }
    }

    private static final class BlamesTheRecord extends WrongSender {

        BlamesTheRecord(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxRow> rows) {
            var sent = rightly(rows);
            var failure = sent.brokerFailure;
            if (failure != null) {
                rows.stream().filter(it -> !sent.delivered.contains(it)).forEach(it -> sent.refused.put(it, failure));
            }
            return sent;
        }
    }

    private static final class BelievesInTheBroker extends WrongSender {

        BelievesInTheBroker(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxRow> rows) {
            rightly(rows);
            var believed = new Sent();
            believed.delivered.addAll(rows);
            return believed;
        }
    }

    private static final class SendsWithoutWaves extends WrongSender {

        SendsWithoutWaves(Wire wire) {
            super(wire);
        }

        @Override
        Sent send(List<OutboxRow> rows) {
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

    private static final class WritesOnItsOwn implements Outbox {

        private final Database database;
        private final Function<Event, Runnable> write;

        WritesOnItsOwn(Database database) {
            this.database = database;
            this.write = event -> () -> database.transaction()
                    .executeWithoutResult(_ -> new Parts().outbox(database).publish(event));
        }

        @Override
        public void publish(Event event) {
            new Scene(database, new Parts()).elsewhere(write.apply(event));
        }
    }
}
