package com.ecom.proof.outbox;

import com.ecom.core.outbox.Event;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.outbox.OutboxOnTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes things and publishes each change, as services do: the thing's row is locked first, and numbers its changes. */
final class Writers {

    private static final int THREADS = 8;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final int things;

    Writers(DataSource database, OutboxOnTrial outbox, int things) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.outbox = outbox.outbox(jdbc);
        this.things = things;
        jdbc.sql("create table if not exists thing (id int primary key, version bigint not null)")
                .update();
        for (int i = 0; i < things; i++) {
            jdbc.sql("insert ignore into thing values (?, 0)").param(i).update();
        }
    }

    /** @param perSecond at most so many; 0 for as many as there can be */
    void write(int changes, int perSecond) throws InterruptedException, ExecutionException {
        var begun = System.nanoTime();
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                writers.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < changes; n = next.getAndIncrement()) {
                        if (perSecond > 0) {
                            LockSupport.parkNanos(begun + n * 1_000_000_000L / perSecond - System.nanoTime());
                        }
                        change(ThreadLocalRandom.current().nextInt(things));
                    }
                }));
            }
            for (var writer : writers) {
                writer.get();
            }
        }
    }

    /** How many changes each thing has seen. */
    List<Long> versions() {
        return jdbc.sql("select version from thing order by id")
                .query(Long.class)
                .list();
    }

    private void change(int thing) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update thing set version = version + 1 where id = ?")
                    .param(thing)
                    .update();
            var version = jdbc.sql("select version from thing where id = ?")
                    .param(thing)
                    .query(Long.class)
                    .single();
            outbox.publish(new ThingChanged(thing, version));
        });
    }

    record ThingChanged(int thing, long version) implements Event {

        @Override
        public String type() {
            return "thing.changed.v1";
        }

        @Override
        public String topic() {
            return Servers.TOPIC;
        }

        @Override
        public String key() {
            return Integer.toString(thing);
        }
    }
}
