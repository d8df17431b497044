package com.ecom.payment.calling;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Calls;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Operation;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The calls that are to be made, each taken by one worker at a time; a worker that dies loses its claim after a minute. */
@Repository
class DueCalls implements Calls {

    private final JdbcClient jdbc;
    private final Executor executor;
    private final ObjectProvider<CallProvider> worker;

    DueCalls(
            JdbcClient jdbc,
            @Qualifier("applicationTaskExecutor") Executor executor,
            ObjectProvider<CallProvider> worker) {
        this.jdbc = jdbc;
        this.executor = executor;
        this.worker = worker;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(UUID intent, Operation operation) {
        jdbc.sql("insert ignore into provider_call (intent_id, operation) values (:intent, :operation)")
                .param("intent", intent.toString())
                .param("operation", operation.name())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                executor.execute(() -> worker.getObject().makeAllThatAreDue());
            }
        });
    }

    @Transactional
    Optional<Call> claim() {
        var due = jdbc.sql("""
                select c.intent_id, c.operation, c.attempts, i.order_id, i.state, i.customer_id, i.amount, i.currency,
                       i.payment_method
                from provider_call c join payment_intent i on i.id = c.intent_id
                where not c.done and c.next_attempt_at <= now(3)
                order by c.next_attempt_at limit 1
                for update of c skip locked
                """)
                .query((row, _) -> new Call(
                        row.getString("intent_id"),
                        Operation.valueOf(row.getString("operation")),
                        row.getInt("attempts"),
                        UUID.fromString(row.getString("order_id")),
                        row.getString("state"),
                        row.getString("customer_id") == null
                                ? null
                                : new Charge(
                                        UUID.fromString(row.getString("customer_id")),
                                        Money.of(row.getLong("amount"), row.getString("currency")),
                                        row.getString("payment_method"))))
                .optional();
        due.ifPresent(it -> jdbc.sql("""
                update provider_call set attempts = attempts + 1, next_attempt_at = now(3) + interval 60 second
                where intent_id = :intent and operation = :operation
                """)
                .param("intent", it.intent())
                .param("operation", it.operation().name())
                .update());
        return due;
    }

    void done(Call call) {
        jdbc.sql("update provider_call set done = true where intent_id = :intent and operation = :operation")
                .param("intent", call.intent())
                .param("operation", call.operation().name())
                .update();
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

    /** @param earlierAttempts how often the provider may already have been asked */
    record Call(
            String intent,
            Operation operation,
            int earlierAttempts,
            UUID order,
            String intentState,
            @Nullable Charge charge) {

        /** The order was given up in time: the provider has not been asked and need not be. */
        boolean isPointless() {
            return operation == Operation.AUTHORIZE && earlierAttempts == 0 && intentState.equals("CANCEL_PENDING");
        }

        Charge knownCharge() {
            return java.util.Objects.requireNonNull(charge);
        }
    }
}
