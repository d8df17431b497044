package com.ecom.core.idempotency;

import com.ecom.proof.planting.Database;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency with one mistake each. */
final class WrongIdempotency {

    private WrongIdempotency() {}

    static final class StoresFailures extends Idempotency {

        StoresFailures(Database database) {
            super(database.jdbc(), JsonMapper.shared());
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            return super.once(key, request, answer, () -> {
                try {
                    return effect.get();
                } catch (IllegalStateException e) {
                    return answer.cast("500");
                }
            });
        }
    }

    static final class Forgets extends Idempotency {

        private final Function<IdempotencyKey, IdempotencyKey> part;

        Forgets(Database database, Function<IdempotencyKey, IdempotencyKey> part) {
            super(database.jdbc(), JsonMapper.shared());
            this.part = part;
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            return super.once(part.apply(key), request, answer, effect);
        }
    }

    static final class ForgetsBodies extends Idempotency {

        ForgetsBodies(Database database) {
            super(database.jdbc(), JsonMapper.shared());
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            return super.once(key, "", answer, effect);
        }
    }

    static final class AnswersAnew extends Idempotency {

        AnswersAnew(Database database) {
            super(database.jdbc(), JsonMapper.shared());
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            super.once(key, request, answer, effect);
            return answer.cast("fresh " + UUID.randomUUID());
        }
    }

    static final class LooksFirst extends Idempotency {

        private final Database database;

        LooksFirst(Database database) {
            super(database.jdbc(), JsonMapper.shared());
            this.database = database;
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            var known = database.jdbc()
                    .sql("select count(*) from idempotency_key where value = ?")
                    .param(key.value())
                    .query(Long.class)
                    .single();
            if (known > 0) {
                return super.once(key, request, answer, effect);
            }
            var fresh = effect.get();
            super.once(key, request, answer, () -> fresh);
            return fresh;
        }
    }

    static final class ClaimsOnItsOwn extends Idempotency {

        private final Database database;

        ClaimsOnItsOwn(Database database) {
            super(database.jdbc(), JsonMapper.shared());
            this.database = database;
        }

        @Override
        public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
            try (var elsewhere = Executors.newSingleThreadExecutor()) {
                var claimed = elsewhere
                        .submit(() -> database.jdbc()
                                .sql("""
                                insert ignore into idempotency_key (caller, operation, value, request_hash, answer)
                                values (?, ?, ?, ?, '"claimed"')
                                """)
                                .params(
                                        key.caller().toString(),
                                        key.operation(),
                                        key.value(),
                                        key.hashOf(request, JsonMapper.shared()))
                                .update())
                        .get();
                return claimed == 1 ? effect.get() : answer.cast("claimed");
            } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
