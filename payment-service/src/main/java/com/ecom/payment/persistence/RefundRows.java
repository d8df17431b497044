package com.ecom.payment.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Refund;
import com.ecom.payment.model.Refund.Standing;
import com.ecom.payment.model.Refunds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds of payments. Most payments have none, and cost no statement here. */
@Repository
@RequiredArgsConstructor
class RefundRows {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    /** By the payment's id; the payments are locked already. */
    Map<String, Refunds> of(Collection<String> intents) {
        if (intents.isEmpty()) {
            return Map.of();
        }
        var rows = jdbc.sql("""
                select intent_id, id, amount, currency, state, reason from refund
                where intent_id in (:intents) order by intent_id, created_at, id
                """)
                .param("intents", intents)
                .query((row, _) -> Map.entry(row.getString("intent_id"), read(row)))
                .list();
        var found = new HashMap<String, Refunds>();
        rows.stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .forEach((intent, refunds) -> found.put(intent, new Refunds(refunds)));
        return found;
    }

    void keep(Collection<Intent> intents) {
        var rows = intents.stream()
                .flatMap(intent -> intent.refunds().all().stream().map(it -> columnsOf(intent, it)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into refund (intent_id, id, amount, currency, state, reason) values (?, ?, ?, ?, ?, ?)
                on duplicate key update state = values(state), reason = values(reason)
                """, rows);
    }

    private static Object[] columnsOf(Intent intent, Refund it) {
        return new Object[] {
            intent.id().toString(),
            it.id().toString(),
            it.amount().amount(),
            it.amount().currency().getCurrencyCode(),
            it.standing().name(),
            it.reason()
        };
    }

    private static Refund read(ResultSet row) throws SQLException {
        return new Refund(
                UUID.fromString(row.getString("id")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Standing.valueOf(row.getString("state")),
                row.getString("reason"));
    }
}
