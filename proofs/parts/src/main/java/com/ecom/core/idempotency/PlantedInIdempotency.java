package com.ecom.core.idempotency;

import com.ecom.core.idempotency.IdempotencyRefusal.KeyReused;
import com.ecom.core.idempotency.WrongIdempotency.AnswersAnew;
import com.ecom.core.idempotency.WrongIdempotency.ClaimsOnItsOwn;
import com.ecom.core.idempotency.WrongIdempotency.Forgets;
import com.ecom.core.idempotency.WrongIdempotency.ForgetsBodies;
import com.ecom.core.idempotency.WrongIdempotency.LooksFirst;
import com.ecom.core.idempotency.WrongIdempotency.StoresFailures;
import com.ecom.proof.planting.Database;
import com.ecom.proof.planting.Planted;
import com.ecom.proof.planting.Planted.Check;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Mistakes that handlers of repeated requests make in the field. */
public final class PlantedInIdempotency {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID CALLER = UUID.randomUUID();

    private PlantedInIdempotency() {}

    public static List<Planted> all() {
        return List.of(
                planted("a failure is stored as the answer", PlantedInIdempotency::failure, StoresFailures::new),
                planted(
                        "a key is not its caller's own",
                        PlantedInIdempotency::otherCaller,
                        it -> new Forgets(it, key -> with(key, new UUID(0, 0), key.operation(), key.path()))),
                planted(
                        "a key is not its operation's own",
                        PlantedInIdempotency::otherOperation,
                        it -> new Forgets(it, key -> with(key, key.caller(), "any", "any"))),
                planted("the body is not compared", PlantedInIdempotency::otherBody, ForgetsBodies::new),
                planted(
                        "the address is not compared",
                        PlantedInIdempotency::otherPath,
                        it -> new Forgets(it, key -> with(key, key.caller(), key.operation(), "any"))),
                planted("a key is looked for before it is claimed", PlantedInIdempotency::twins, LooksFirst::new),
                planted("the key is kept although the effect is not", PlantedInIdempotency::crash, ClaimsOnItsOwn::new),
                planted("a repetition is answered anew", PlantedInIdempotency::answer, AnswersAnew::new));
    }

    private static Planted planted(String name, Trial trial, Function<Database, Idempotency> broken) {
        return new Planted(name, on(trial, it -> new Idempotency(it.jdbc(), JSON)), on(trial, broken));
    }

    private static Check on(Trial trial, Function<Database, Idempotency> idempotency) {
        return database -> trial.violation(new Scene(database, idempotency.apply(database)));
    }

    private static @Nullable String failure(Scene scene) {
        scene.fails(key("POST /things", "/things"), "body");
        return scene.request(key("POST /things", "/things"), "body").startsWith("fresh")
                ? null
                : "a request that failed cannot be repeated";
    }

    private static @Nullable String crash(Scene scene) {
        scene.fails(key("POST /things", "/things"), "body");
        scene.request(key("POST /things", "/things"), "body");
        return scene.effects(1);
    }

    private static @Nullable String otherCaller(Scene scene) {
        var mine = key("POST /things", "/things");
        scene.request(mine, "body");
        scene.request(with(mine, UUID.randomUUID(), mine.operation(), mine.path()), "body");
        return scene.effects(2);
    }

    private static @Nullable String otherOperation(Scene scene) {
        scene.request(key("POST /things", "/things"), "body");
        scene.request(key("POST /others", "/others"), "body");
        return scene.effects(2);
    }

    private static @Nullable String otherBody(Scene scene) {
        return scene.refusesTheSecond(
                key("POST /things", "/things"), "body", key("POST /things", "/things"), "another body");
    }

    private static @Nullable String otherPath(Scene scene) {
        return scene.refusesTheSecond(
                key("POST /things/{id}", "/things/1"), "body", key("POST /things/{id}", "/things/2"), "body");
    }

    private static @Nullable String answer(Scene scene) {
        var first = scene.request(key("POST /things", "/things"), "body");
        var second = scene.request(key("POST /things", "/things"), "body");
        return first.equals(second) ? scene.effects(1) : "the repetition got another answer";
    }

    private static @Nullable String twins(Scene scene) throws Exception {
        // Nobody's before: two who claim what was just deleted may end each other, and then there is but one.
        var key = with(key("POST /things", "/things"), UUID.randomUUID(), "POST /things", "/things");
        var both = new CountDownLatch(2);
        Callable<String> twin = () -> {
            try {
                return scene.request(key, "body", () -> {
                    both.countDown();
                    awaitQuietly(both);
                });
            } catch (IdempotencyRefusal.StillUnderWay e) {
                // The database may end one of two who claim the same; whoever is told so asks again.
                return scene.request(key, "body");
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(List.of(twin, twin)).stream()
                    .map(it -> it.resultNow())
                    .collect(Collectors.toSet());
            return answers.size() == 1 ? scene.effects(1) : "twins got " + answers;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            var _ = latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IdempotencyKey key(String operation, String path) {
        return new IdempotencyKey(CALLER, operation, path, "key-1");
    }

    private static IdempotencyKey with(IdempotencyKey key, UUID caller, String operation, String path) {
        return new IdempotencyKey(caller, operation, path, key.value());
    }

    private interface Trial {
        @Nullable
        String violation(Scene scene) throws Exception;
    }

    /** A handler as services have it, with an effect that can be counted. */
    private record Scene(Database database, Idempotency idempotency) {

        String request(IdempotencyKey key, String body) {
            return request(key, body, () -> {});
        }

        String request(IdempotencyKey key, String body, Runnable meanwhile) {
            return java.util.Objects.requireNonNull(database.transaction()
                    .execute(_ -> idempotency.once(key, body, String.class, () -> {
                        meanwhile.run();
                        database.effect("it");
                        return "fresh " + UUID.randomUUID();
                    })));
        }

        void fails(IdempotencyKey key, String body) {
            try {
                database.transaction()
                        .executeWithoutResult(_ -> idempotency.once(key, body, String.class, () -> {
                            database.effect("it");
                            throw new IllegalStateException("Something broke");
                        }));
            } catch (IllegalStateException e) {
                // The client hears 500, and comes again.
                return;
            }
        }

        @Nullable
        String refusesTheSecond(IdempotencyKey key, String body, IdempotencyKey otherKey, String otherBody) {
            request(key, body);
            try {
                request(otherKey, otherBody);
                return "a different request was answered as if it had been made before";
            } catch (KeyReused e) {
                return effects(1);
            }
        }

        @Nullable
        String effects(int expected) {
            var effects = database.effects("it");
            return effects == expected ? null : "there were %d effects instead of %d".formatted(effects, expected);
        }
    }
}
