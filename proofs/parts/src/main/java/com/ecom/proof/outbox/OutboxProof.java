package com.ecom.proof.outbox;

import com.ecom.core.outbox.OutboxOnTrial;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three relays as processes of their own, one of them killed every five seconds, and the broker killed in the middle:
 * then everything that was committed is compared with everything that was heard.
 */
public final class OutboxProof implements Proof {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    /** Not the common pool, which has one thread on a small machine. */
    private static final Executor BESIDE = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String promise() {
        return "What is committed is published, in order per key, whichever relay dies and however long the broker is away";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var figures = Verdict.newFigures();
        var violations = new ArrayList<String>();
        try (var servers = new Servers()) {
            var jdbc = JdbcClient.create(servers.database());
            var outbox = new OutboxOnTrial();
            var writers = new Writers(servers.database(), outbox, effort.size(200, 2_000));
            survive(effort, servers, writers, jdbc, figures, violations);
            measureLatency(effort, servers.relayHere(outbox), writers, jdbc, figures);
            measureDrain(effort, servers, writers, jdbc, figures);
            judge(effort, servers, writers, figures, violations);
        }
        return Verdict.of(violations, figures);
    }

    private static void survive(
            Effort effort,
            Servers servers,
            Writers writers,
            JdbcClient jdbc,
            Map<String, Object> figures,
            List<String> violations)
            throws Exception {
        var events = effort.size(6_000, 100_000);
        servers.relays().start(3);
        var writing = CompletableFuture.runAsync(() -> write(writers, events, effort.size(400, 1_600)), BESIDE);
        var blamed = CompletableFuture.supplyAsync(
                () -> blamedForTheAbsenceOfTheBroker(effort, servers, jdbc),
                CompletableFuture.delayedExecutor(effort.size(6, 25), TimeUnit.SECONDS, BESIDE));
        int killed = 0;
        while (!isDoneBeforeTheNextKill(writing, jdbc)) {
            effort.say("%,d of %,d events published, a relay is killed".formatted(sent(jdbc), events));
            servers.relays().kill(killed++ % 3);
        }
        writing.get();
        if (blamed.get() > 0) {
            violations.add(blamed.get() + " events were blamed for the broker's absence");
        }
        var waiting = System.nanoTime();
        awaitEmpty(jdbc);
        servers.relays().killAll();
        figures.put("events under fire", events);
        figures.put("relays killed", killed);
        figures.put("seconds from the last commit to an empty outbox", seconds(waiting));
    }

    /** While it is away nothing may be parked, and no attempt counted. */
    private static long blamedForTheAbsenceOfTheBroker(Effort effort, Servers servers, JdbcClient jdbc) {
        effort.say("the broker is killed");
        servers.killBroker();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(effort.size(4, 20)));
        var blamed = jdbc.sql("select count(*) from outbox_event where status = 2 or attempts > 0")
                .query(Long.class)
                .single();
        servers.startBroker();
        effort.say("the broker is back");
        return blamed;
    }

    /** As in a service, where a relay hears at once of what is committed. */
    private static void measureLatency(
            Effort effort, SmartLifecycle relay, Writers writers, JdbcClient jdbc, Map<String, Object> figures)
            throws Exception {
        effort.say("latency at 200 events a second");
        relay.start();
        writers.write(200, 200);
        awaitEmpty(jdbc);
        var from = now(jdbc);
        writers.write(effort.size(600, 6_000), 200);
        awaitEmpty(jdbc);
        relay.stop();
        var millis = jdbc.sql("""
                select timestampdiff(microsecond, created_at, sent_at) / 1000 from outbox_event
                where created_at >= :from order by 1
                """).param("from", from).query(Double.class).list();
        figures.put("latency at 200 events/s, ms, p50", millis.get(millis.size() / 2));
        figures.put("latency at 200 events/s, ms, p99", millis.get(millis.size() * 99 / 100));
    }

    private static void measureDrain(
            Effort effort, Servers servers, Writers writers, JdbcClient jdbc, Map<String, Object> figures)
            throws Exception {
        var backlog = effort.size(3_000, 30_000);
        effort.say("a backlog of %,d events is written".formatted(backlog));
        writers.write(backlog, 0);
        var before = sent(jdbc);
        servers.relays().start(1);
        await(() -> sent(jdbc) > before);
        var draining = System.nanoTime();
        var left = pending(jdbc);
        awaitEmpty(jdbc);
        figures.put("backlog drained by one relay, events/s", Math.round(left / seconds(draining)));
    }

    private static void judge(
            Effort effort, Servers servers, Writers writers, Map<String, Object> figures, List<String> violations)
            throws Exception {
        var listener = Listener.hearAll(servers.broker());
        var astray = listener.astray(writers.versions());
        var duplicates = 100.0 * listener.duplicates() / listener.records();
        figures.put("events lost or invented", astray);
        figures.put("events out of order", listener.inversions());
        figures.put("duplicates, %", Math.round(duplicates * 1_000) / 1_000.0);
        if (astray > 0) {
            violations.add(astray + " events were lost, or never committed");
        }
        if (listener.inversions() > 0) {
            violations.add(listener.inversions() + " events overtook an earlier one of their key");
        }
        // A relay that is killed repeats what it had under way, which weighs the more the fewer events there are.
        if (duplicates > effort.size(10, 1)) {
            violations.add("%.2f %% of what arrived had arrived before".formatted(duplicates));
        }
    }

    private static void write(Writers writers, int events, int perSecond) {
        try {
            writers.write(events, perSecond);
        } catch (Exception e) {
            throw new IllegalStateException("The writers failed", e);
        }
    }

    /** Every five seconds; twice that on a machine so busy that no relay gets to work in that time. */
    private static boolean isDoneBeforeTheNextKill(CompletableFuture<?> writing, JdbcClient jdbc)
            throws InterruptedException {
        var before = sent(jdbc);
        for (int i = 0; i < 100 && !writing.isDone() && (i < 50 || sent(jdbc) == before); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return writing.isDone();
    }

    private static void awaitEmpty(JdbcClient jdbc) throws InterruptedException {
        await(() -> pending(jdbc) == 0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The outbox does not empty");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long pending(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from outbox_event where status <> 1")
                .query(Long.class)
                .single();
    }

    private static long sent(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from outbox_event where status = 1")
                .query(Long.class)
                .single();
    }

    private static String now(JdbcClient jdbc) {
        return jdbc.sql("select cast(now(3) as char)").query(String.class).single();
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
    }
}
