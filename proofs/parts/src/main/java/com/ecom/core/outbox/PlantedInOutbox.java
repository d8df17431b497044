package com.ecom.core.outbox;

import com.ecom.core.outbox.WrongOutbox.BelievesInTheBroker;
import com.ecom.core.outbox.WrongOutbox.BlamesTheRecord;
import com.ecom.core.outbox.WrongOutbox.LocksNoBucket;
import com.ecom.core.outbox.WrongOutbox.LocksRows;
import com.ecom.core.outbox.WrongOutbox.NeverParks;
import com.ecom.core.outbox.WrongOutbox.PassesParkedEvents;
import com.ecom.core.outbox.WrongOutbox.ReadsPastACursor;
import com.ecom.core.outbox.WrongOutbox.SendsWithoutWaves;
import com.ecom.core.outbox.WrongOutbox.WritesOnItsOwn;
import com.ecom.proof.planting.Database;
import com.ecom.proof.planting.Planted;
import com.ecom.proof.planting.Planted.Check;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mistakes that outboxes make in the field. */
public final class PlantedInOutbox {

    private PlantedInOutbox() {}

    public static List<Planted> all() {
        return List.of(
                planted(
                        "the relay reads past a cursor instead of by status",
                        PlantedInOutbox::lateCommit,
                        new OutboxParts() {
                            @Override
                            OutboxRows rows(JdbcClient jdbc) {
                                return new ReadsPastACursor(jdbc);
                            }
                        }),
                planted("relays share rows instead of buckets", PlantedInOutbox::twoRelays, new OutboxParts() {
                    @Override
                    OutboxPartitions buckets(JdbcClient jdbc) {
                        return new LocksNoBucket(jdbc);
                    }

                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new LocksRows(jdbc);
                    }
                }),
                planted("a parked event does not hold up its key", PlantedInOutbox::parked, new OutboxParts() {
                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new PassesParkedEvents(jdbc);
                    }
                }),
                planted("a refused event is never parked", PlantedInOutbox::parked, new OutboxParts() {
                    @Override
                    OutboxRows rows(JdbcClient jdbc) {
                        return new NeverParks(jdbc);
                    }
                }),
                planted("an outage counts as the event's own failure", PlantedInOutbox::outage, new OutboxParts() {
                    @Override
                    Sender sender(Wire wire) {
                        return new BlamesTheRecord(wire);
                    }
                }),
                planted(
                        "an event is marked sent without an acknowledgement",
                        PlantedInOutbox::outage,
                        new OutboxParts() {
                            @Override
                            Sender sender(Wire wire) {
                                return new BelievesInTheBroker(wire);
                            }
                        }),
                planted("events of one key are under way together", PlantedInOutbox::expiredSend, new OutboxParts() {
                    @Override
                    Sender sender(Wire wire) {
                        return new SendsWithoutWaves(wire);
                    }
                }),
                planted(
                        "an event is published although its change is not kept",
                        PlantedInOutbox::rollback,
                        new OutboxParts() {
                            @Override
                            Outbox outbox(Database database) {
                                return new WritesOnItsOwn(database);
                            }
                        }),
                planted(
                        "an event is forgotten although its change is kept",
                        PlantedInOutbox::crashAfterCommit,
                        new OutboxParts() {
                            @Override
                            Outbox outbox(Database database) {
                                return _ -> {};
                            }
                        }));
    }

    private static Planted planted(String name, Trial trial, OutboxParts broken) {
        return new Planted(name, on(trial, new OutboxParts()), on(trial, broken));
    }

    private static Check on(Trial trial, OutboxParts parts) {
        return database -> trial.violation(new OutboxScene(database, parts));
    }

    /** Ids are given before they are committed: the smaller one may become visible later. */
    private static @Nullable String lateCommit(OutboxScene scene) {
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
    private static @Nullable String twoRelays(OutboxScene scene) {
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

    private static @Nullable String parked(OutboxScene scene) {
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

    private static @Nullable String outage(OutboxScene scene) {
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

    private static @Nullable String expiredSend(OutboxScene scene) {
        scene.publish("k", 1);
        scene.publish("k", 2);
        var sends = new AtomicInteger();
        scene.wire.refusing(_ -> sends.getAndIncrement() == 0 ? new TimeoutException("expired") : null);
        scene.pass();
        scene.pass();
        return scene.inOrder();
    }

    private static @Nullable String rollback(OutboxScene scene) {
        scene.database.transaction().executeWithoutResult(status -> {
            scene.outbox.publish(new Published("k", 1));
            status.setRollbackOnly();
        });
        scene.pass();
        return scene.wire.taken().isEmpty() ? null : "a change was announced that never happened";
    }

    private static @Nullable String crashAfterCommit(OutboxScene scene) {
        scene.publish("k", 1);
        scene.pass();
        return scene.wire.taken().size() == 1 ? null : "a change was kept and never announced";
    }

    private interface Trial {
        @Nullable
        String violation(OutboxScene scene) throws Exception;
    }

    record Published(String about, int version) implements Event {

        @Override
        public String type() {
            return "thing.changed.v1";
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
}
