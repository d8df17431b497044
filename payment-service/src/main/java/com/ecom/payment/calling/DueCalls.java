package com.ecom.payment.calling;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Calls;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calls that are to be made. Whoever notes one has the first claim on it and makes it at once after the commit; who
 * dies before there is an answer loses the claim after a minute.
 */
@Repository
class DueCalls implements Calls {

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ObjectProvider<CallProvider> worker;

    DueCalls(JdbcClient jdbc, JdbcOperations batches, ObjectProvider<CallProvider> worker) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.worker = worker;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(List<Wanted> calls) {
        if (calls.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                insert into provider_call (intent_id, operation, attempts, next_attempt_at)
                values (?, ?, 1, now(3) + interval 60 second)
                on duplicate key update done = false, attempts = attempts + 1,
                    next_attempt_at = now(3) + interval 60 second
                """,
                calls.stream()
                        .map(it -> new Object[] {
                            it.intent().id().toString(), it.operation().name()
                        })
                        .toList());
        var claimed = calls.stream().map(Call::of).toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                claimed.forEach(worker.getObject()::makeSoon);
            }
        });
    }

    /** Takes what nobody has a claim on and whose time has come, the longest waiting first. */
    @Transactional
    List<Call> claim() {
        var due = jdbc.sql("""
                select c.intent_id, c.operation, i.order_id, i.customer_id, i.amount, i.currency, i.payment_method
                from provider_call c join payment_intent i on i.id = c.intent_id
                where not c.done and c.next_attempt_at <= now(3)
                order by c.next_attempt_at limit :limit
                for update of c skip locked
                """)
                .param("limit", AT_ONCE)
                .query((row, _) -> read(row))
                .list();
        batches.batchUpdate("""
                update provider_call set attempts = attempts + 1, next_attempt_at = now(3) + interval 60 second
                where intent_id = ? and operation = ?
                """, keysOf(due));
        return due;
    }

    void done(Collection<Call> calls) {
        batches.batchUpdate(
                "update provider_call set done = true where intent_id = ? and operation = ?", keysOf(calls));
    }

    /** Waits half a second after the first failure, then twice as long each time, up to a minute. */
    void again(Call call, String error) {
        jdbc.sql("""
                update provider_call
                set next_attempt_at = now(3) + interval least(60000, 500 * pow(2, attempts - 1)) * 1000 microsecond,
                    last_error = :error
                where intent_id = :intent and operation = :operation
                """)
                .param("error", error.substring(0, Math.min(500, error.length())))
                .param("intent", call.intent())
                .param("operation", call.operation().name())
                .update();
    }

    private static List<Object[]> keysOf(Collection<Call> calls) {
        return calls.stream()
                .map(it -> new Object[] {it.intent(), it.operation().name()})
                .toList();
    }

    private static Call read(ResultSet row) throws SQLException {
        return new Call(
                row.getString("intent_id"),
                Operation.valueOf(row.getString("operation")),
                UUID.fromString(row.getString("order_id")),
                new Charge(
                        UUID.fromString(row.getString("customer_id")),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("payment_method")));
    }

    /** Nothing is called for an intent of which nobody has asked to authorize anything, so there is always a charge. */
    record Call(String intent, Operation operation, UUID order, Charge charge) {

        static Call of(Wanted it) {
            return new Call(
                    it.intent().id().toString(),
                    it.operation(),
                    it.intent().orderId(),
                    it.intent().knownCharge());
        }
    }
}
