package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.inbox.WrongInboxes.ClaimsAfter;
import com.ecom.core.inbox.WrongInboxes.ClaimsBefore;
import com.ecom.core.inbox.WrongInboxes.CountsUpdates;
import com.ecom.core.inbox.WrongInboxes.ForgetsBatches;
import com.ecom.core.inbox.WrongInboxes.SharesClaims;
import com.ecom.core.inbox.WrongInboxes.SwallowsFailures;
import com.ecom.proof.planting.Database;
import com.ecom.proof.planting.Planted;
import com.ecom.proof.planting.Planted.Check;
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
                        _ -> backOff(ConsumerBackOff::with),
                        _ -> backOff(_ -> new FixedBackOff(0, 3))),
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

    private static @Nullable String backOff(Function<Throwable, BackOff> backOff) {
        var outages = List.of(
                new QueryTimeoutException("slow"),
                new CannotGetJdbcConnectionException("away"),
                new CannotCreateTransactionException("away"),
                new UncheckedIOException(new ConnectException("away")),
                new IllegalStateException(new SQLRecoverableException("cut")));
        for (var outage : outages) {
            var execution = backOff.apply(outage).start();
            for (int attempt = 0; attempt < 1_000; attempt++) {
                if (execution.nextBackOff() == BackOffExecution.STOP) {
                    return outage + " makes a dead letter after " + attempt + " attempts";
                }
            }
        }
        return null;
    }

    private static @Nullable String unreadable(Function<Throwable, BackOff> backOff) {
        var execution = backOff.apply(new IllegalStateException(new JacksonException("not JSON") {}))
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
        return new Envelope(
                UUID.randomUUID(), "thing.changed.v1", "proof", "k", Instant.EPOCH, 1, "c", null, null, "{}");
    }

    private interface Trial {
        @Nullable
        String violation(Inbox inbox, Database database) throws Exception;
    }
}
