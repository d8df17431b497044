package com.ecom.core.idempotency;

import com.ecom.core.fault.FaultPoint;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a request once per key. The primary key decides who is first, in the transaction of the effect: a
 * simultaneous twin waits for its outcome, up to five seconds. A request that fails or is refused leaves no trace, so
 * it may be tried again under the same key.
 */
public class Idempotency {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Idempotency(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Joins the caller's transaction and refuses to run without one.
     *
     * @param request what is asked for, as the client's body was understood
     * @param answer how a later repetition reads what the effect returned
     * @throws IdempotencyRefusal if the key was used for something else, or a twin takes too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(IdempotencyKey key, Object request, Class<T> answer, Supplier<T> effect) {
        var hash = key.hashOf(request, json);
        if (!claimed(key, hash, null)) {
            return earlier(key, hash, answer);
        }
        FaultPoint.pass("key-claimed-before-effect");
        var fresh = effect.get();
        FaultPoint.pass("effect-done-before-answer");
        answer(key, json.writeValueAsString(fresh));
        return fresh;
    }

    /** The same with one statement less, for effects whose answer is known before they begin. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(IdempotencyKey key, Object request, T answer, Runnable effect) {
        var hash = key.hashOf(request, json);
        if (!claimed(key, hash, json.writeValueAsString(answer))) {
            @SuppressWarnings("unchecked")
            var type = (Class<T>) answer.getClass();
            return earlier(key, hash, type);
        }
        FaultPoint.pass("key-claimed-before-effect");
        effect.run();
        return answer;
    }

    /**
     * For things that keep the key in their own row: runs the {@code insert ignore} and returns whether it was the first.
     *
     * @throws IdempotencyRefusal.StillUnderWay if a twin takes too long, or was refused at this very moment
     */
    public static boolean claimed(IntSupplier insertIgnore) {
        try {
            return insertIgnore.getAsInt() == 1;
        } catch (PessimisticLockingFailureException e) {
            throw new IdempotencyRefusal.StillUnderWay(e);
        }
    }

    private boolean claimed(IdempotencyKey key, String hash, @Nullable String answer) {
        return claimed(() ->
                statement("""
                        insert ignore into idempotency_key (caller, operation, value, request_hash, answer)
                        values (:caller, :operation, :value, :hash, :answer)
                        """, key).param("hash", hash).param("answer", answer).update());
    }

    private void answer(IdempotencyKey key, String answer) {
        statement("""
                update idempotency_key set answer = :answer
                where caller = :caller and operation = :operation and value = :value
                """, key).param("answer", answer).update();
    }

    private <T> T earlier(IdempotencyKey key, String hash, Class<T> answer) {
        var earlier = statement("""
                select request_hash as hash, answer from idempotency_key
                where caller = :caller and operation = :operation and value = :value
                """, key).query(Earlier.class).single();
        key.replays(earlier.hash, hash);
        return json.readValue(earlier.answer, answer);
    }

    private JdbcClient.StatementSpec statement(String sql, IdempotencyKey key) {
        return jdbc.sql(sql)
                .param("caller", key.caller().toString())
                .param("operation", key.operation())
                .param("value", key.value());
    }

    private record Earlier(String hash, String answer) {}
}
