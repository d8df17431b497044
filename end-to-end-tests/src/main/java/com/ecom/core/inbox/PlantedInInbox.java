package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.proof.planted.Database;
import com.ecom.proof.planted.Planted;
import com.ecom.proof.planted.Planted.Check;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;

/** Mistakes that consumers make in the field. */
public final class PlantedInInbox {

    private static final String GROUP = "proof.things";

    private PlantedInInbox() {}

    public static List<Planted> all() {
        return List.of(
                planted("a claim is kept although its effect failed", PlantedInInbox::failure, ClaimsBefore::new),
                planted("an effect is kept without its claim", PlantedInInbox::twins, ClaimsAfter::new),
                planted("a duplicate counts as new", PlantedInInbox::duplicate, CountsUpdates::new),
                planted("a duplicate in a batch counts as new", PlantedInInbox::duplicateInABatch, ForgetsBatches::new),
                planted("consumers share their claims", PlantedInInbox::otherGroup, SharesClaims::new),
                planted("a failure is swallowed", PlantedInInbox::failure, SwallowsFailures::new),
                new Planted(
                        "an outage is taken for the message's own fault",
                        _ -> patience(ConsumerBackOff::with),
                        _ -> patience(_ -> new FixedBackOff(0, 3))),
                new Planted(
                        "what can never be read is tried for ever",
                        _ -> unreadable(ConsumerBackOff::with),
                        _ -> unreadable(_ -> ConsumerBackOff.untilItIsBack())));
    }

    private static Planted planted(String name, Trial trial, Function<Database, Inbox> broken) {
        return new Planted(
                name,
                on(trial, database -> new JdbcInbox(database.jdbc(), database.transaction(), Duration.ofDays(15))),
                on(trial, broken));
    }

    private static Check on(Trial trial, Function<Database, Inbox> inbox) {
        return database -> trial.violation(inbox.apply(database), database);
    }

    /** The first attempt fails, the second would not. */
    private static @Nullable String failure(Inbox inbox, Database database) {
        var message = message();
        try {
            inbox.handle(GROUP, List.of(message), _ -> {
                throw new IllegalStateException("This time it fails");
            });
        } catch (IllegalStateException e) {
            // As it should: whoever handed it over has to know.
            inbox.handle(GROUP, List.of(message), fresh -> count(fresh, database));
        }
        return effects(1, database);
    }

    private static @Nullable String duplicate(Inbox inbox, Database database) {
        var message = message();
        inbox.handle(GROUP, List.of(message), fresh -> count(fresh, database));
        inbox.handle(GROUP, List.of(message), fresh -> count(fresh, database));
        return effects(1, database);
    }

    private static @Nullable String duplicateInABatch(Inbox inbox, Database database) {
        var known = message();
        inbox.handle(GROUP, List.of(known), fresh -> count(fresh, database));
        inbox.handle(GROUP, List.of(message(), known, message()), fresh -> count(fresh, database));
        return effects(3, database);
    }

    private static @Nullable String otherGroup(Inbox inbox, Database database) {
        var message = message();
        inbox.handle(GROUP, List.of(message), fresh -> count(fresh, database));
        inbox.handle("proof.others", List.of(message), fresh -> count(fresh, database));
        return effects(2, database);
    }

    /** Both have the message before either is done with it. */
    private static @Nullable String twins(Inbox inbox, Database database) throws Exception {
        var message = message();
        var both = new CountDownLatch(2);
        Callable<Object> twin = () -> {
            inbox.handle(GROUP, List.of(message), fresh -> {
                both.countDown();
                awaitQuietly(both);
                count(fresh, database);
            });
            return "";
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(twin, twin))) {
                done.get();
            }
        }
        return effects(1, database);
    }

    private static @Nullable String patience(Function<Throwable, BackOff> patience) {
        var outages = List.of(
                new QueryTimeoutException("slow"),
                new CannotGetJdbcConnectionException("away"),
                new CannotCreateTransactionException("away"),
                new UncheckedIOException(new ConnectException("away")),
                new IllegalStateException(new SQLRecoverableException("cut")));
        for (var outage : outages) {
            var execution = patience.apply(outage).start();
            for (int attempt = 0; attempt < 1_000; attempt++) {
                if (execution.nextBackOff() == BackOffExecution.STOP) {
                    return outage + " makes a dead letter after " + attempt + " attempts";
                }
            }
        }
        return null;
    }

    private static @Nullable String unreadable(Function<Throwable, BackOff> patience) {
        var execution = patience.apply(new IllegalStateException(new JacksonException("not JSON") {}))
                .start();
        return execution.nextBackOff() == BackOffExecution.STOP
                ? null
                : "a message that is not JSON holds up all others";
    }

    private static void count(List<Envelope> fresh, Database database) {
        fresh.forEach(_ -> database.effect("it"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            var _ = latch.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String effects(int expected, Database database) {
        var effects = database.effects("it");
        return effects == expected ? null : "there were %d effects instead of %d".formatted(effects, expected);
    }

    private static Envelope message() {
        return new Envelope(UUID.randomUUID(), "thing.told.v1", "proof", "k", Instant.EPOCH, 1, "c", null, null, "{}");
    }

    private interface Trial {
        @Nullable
        String violation(Inbox inbox, Database database) throws Exception;
    }

    private record ClaimsBefore(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            var fresh = messages.stream()
                    .filter(it -> insertIgnore(database, consumer, it) == 1)
                    .toList();
            database.transaction().executeWithoutResult(_ -> effect.accept(fresh));
        }
    }

    private record ClaimsAfter(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> effect.accept(messages));
            messages.forEach(it -> insertIgnore(database, consumer, it));
        }
    }

    private record CountsUpdates(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> {
                for (var it : messages) {
                    var rows = database.jdbc()
                            .sql("""
                            insert into inbox_message (consumer, event_id, event_type) values (?, ?, ?)
                            on duplicate key update event_type = values(event_type)
                            """)
                            .params(consumer, it.id().toString(), it.type())
                            .update();
                    if (rows == 1) {
                        effect.accept(List.of(it));
                    }
                }
            });
        }
    }

    private record ForgetsBatches(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> {
                var claimed = messages.stream()
                        .mapToInt(it -> insertIgnore(database, consumer, it))
                        .sum();
                if (claimed > 0) {
                    effect.accept(messages);
                }
            });
        }
    }

    private record SharesClaims(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            new JdbcInbox(database.jdbc(), database.transaction(), Duration.ofDays(15))
                    .handle("everybody", messages, effect);
        }
    }

    private record SwallowsFailures(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            new JdbcInbox(database.jdbc(), database.transaction(), Duration.ofDays(15))
                    .handle(consumer, messages, fresh -> {
                        try {
                            effect.accept(fresh);
                        } catch (RuntimeException e) {
                            // The mistake: nobody hears of it.
                            return;
                        }
                    });
        }
    }

    private static int insertIgnore(Database database, String consumer, Envelope it) {
        return database.jdbc()
                .sql("insert ignore into inbox_message (consumer, event_id, event_type) values (?, ?, ?)")
                .params(consumer, it.id().toString(), it.type())
                .update();
    }
}
