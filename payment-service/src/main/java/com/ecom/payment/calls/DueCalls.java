package com.ecom.payment.calls;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.money.Money;
import com.ecom.payment.model.Calls;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Operation;
import com.ecom.payment.model.Operation.Authorize;
import com.ecom.payment.model.Operation.Capture;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.Operation.VoidOrRefund;
import com.ecom.payment.model.PaymentName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calls that are to be made. Whoever notes one has the first claim on it, if there is room to make it at once after the
 * commit; otherwise it is due for whoever has. Who dies before there is an answer loses the claim after a minute. A claim is
 * an attempt: what waits, or an outage keeps from being made, uses up none.
 */
@Repository
@RequiredArgsConstructor
class DueCalls implements Calls {

    private static final int CLAIMED_FOR_SECONDS = 60;

    private final JdbcClient jdbc;
    private final ObjectProvider<CallProvider> worker;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(List<Wanted> calls) {
        if (calls.isEmpty()) {
            return;
        }
        var wanted = calls.stream().map(Call::of).toList();
        var maker = worker.getObject();
        var room = maker.reserve(wanted.size());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    maker.giveUpRoom(room);
                    return;
                }
                maker.make(wanted.subList(0, room));
                if (room < wanted.size()) {
                    maker.thereIsMore();
                }
            }
        });
        insert(wanted, room);
    }

    private void insert(List<Call> wanted, int claimed) {
        var rows = new ArrayList<Object[]>();
        for (var it : wanted) {
            var isClaimed = rows.size() < claimed;
            rows.add(new Object[] {
                it.intent(), it.operation().name(), it.subject(), isClaimed ? 1 : 0, isClaimed ? CLAIMED_FOR_SECONDS : 0
            });
        }
        BulkSql.in(jdbc, """
                insert into provider_call (intent_id, operation, subject, attempts, next_attempt_at)
                values %s
                on duplicate key update done = false, attempts = values(attempts), next_attempt_at = values(next_attempt_at)
                """, "(?, ?, ?, ?, now(3) + interval ? second)", rows).update();
    }

    /** Takes so many of those that nobody has a claim on and whose time has come, the longest waiting first. */
    @Transactional
    List<Call> claim(int most) {
        var due =
                jdbc.sql("""
                select c.intent_id, c.operation, c.subject, i.order_id, i.customer_id, i.amount, i.currency,
                       i.payment_method, i.provider_reference, i.traceparent, r.amount as refund_amount,
                       c.created_at < now(3) - interval 12 hour as old
                from provider_call c
                join payment_intent i on i.id = c.intent_id
                left join refund r on r.intent_id = c.intent_id and r.id = c.subject
                where not c.done and c.next_attempt_at <= now(3)
                order by c.next_attempt_at limit :limit
                for update of c skip locked
                """).param("limit", most).query((row, _) -> read(row)).list();
        update(
                "attempts = attempts + 1, next_attempt_at = now(3) + interval %d second".formatted(CLAIMED_FOR_SECONDS),
                due);
        return due;
    }

    void done(Collection<Call> calls) {
        update("done = true", calls);
    }

    private void update(String change, Collection<Call> calls) {
        if (!calls.isEmpty()) {
            BulkSql.in(
                            jdbc,
                            "update provider_call set " + change + " where (intent_id, operation, subject) in (%s)",
                            "(?, ?, ?)",
                            keysOf(calls))
                    .update();
        }
    }

    /**
     * Waits half a second after the first failure, then twice as long each time, up to a minute. False, and no change, if
     * it was the last attempt.
     */
    boolean again(Call call, String error, int maxAttempts) {
        return jdbc.sql("""
                update provider_call
                set next_attempt_at = now(3) + interval least(60000, 500 * pow(2, greatest(attempts, 1) - 1)) * 1000 microsecond,
                    last_error = :error
                where intent_id = :intent and operation = :operation and subject = :subject and attempts < :most
                """)
                        .param("error", shortened(error))
                        .param("intent", call.intent())
                        .param("operation", call.operation().name())
                        .param("subject", call.subject())
                        .param("most", maxAttempts)
                        .update()
                == 1;
    }

    static String shortened(String error) {
        return error.substring(0, Math.min(500, error.length()));
    }

    private static List<Object[]> keysOf(Collection<Call> calls) {
        return calls.stream()
                .map(it -> new Object[] {it.intent(), it.operation().name(), it.subject()})
                .toList();
    }

    private static Call read(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var charge = new Charge(
                UUID.fromString(row.getString("customer_id")),
                Money.of(row.getLong("amount"), currency),
                row.getString("payment_method"));
        return new Call(
                row.getString("intent_id"),
                operationOf(row, currency),
                new PaymentName(UUID.fromString(row.getString("order_id")), row.getString("provider_reference")),
                charge,
                row.getBoolean("old"),
                row.getString("traceparent"));
    }

    private static Operation operationOf(ResultSet row, String currency) throws SQLException {
        return switch (row.getString("operation")) {
            case "AUTHORIZE" -> new Authorize();
            case "CAPTURE" -> new Capture();
            case "VOID" -> new VoidOrRefund();
            case "REFUND" ->
                new RefundAmount(
                        UUID.fromString(row.getString("subject")), Money.of(row.getLong("refund_amount"), currency));
            default -> throw new IllegalStateException("Nobody can be asked to " + row.getString("operation"));
        };
    }
}
