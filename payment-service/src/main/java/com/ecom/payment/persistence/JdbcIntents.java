package com.ecom.payment.persistence;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIntents implements Intents {

    private final JdbcClient jdbc;

    JdbcIntents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Intent lock(UUID order, @Nullable Charge charge) {
        var added = jdbc.sql("""
                insert ignore into payment_intent (id, order_id, customer_id, amount, currency, payment_method, state)
                values (:id, :order, :customer, :amount, :currency, :method, 'NONE')
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("order", order.toString())
                .param("customer", charge == null ? null : charge.customerId().toString())
                .param("amount", charge == null ? null : charge.amount().amount())
                .param(
                        "currency",
                        charge == null ? null : charge.amount().currency().getCurrencyCode())
                .param("method", charge == null ? null : charge.paymentMethod())
                .update();
        return jdbc.sql("""
                select id, order_id, customer_id, amount, currency, payment_method, state, reason, action_url, version
                from payment_intent where order_id = :order
                """ + (added == 1 ? "" : "for update"))
                .param("order", order.toString())
                .query((row, _) -> read(row))
                .single();
    }

    @Override
    public void keep(Intent intent) {
        var state = StateColumns.of(intent.state());
        var kept = jdbc.sql("""
                update payment_intent
                set state = :state, reason = :reason, action_url = :url, version = version + 1
                where id = :id and version = :version
                """)
                .param("state", state.state())
                .param("reason", state.reason())
                .param("url", state.actionUrl())
                .param("id", intent.id().toString())
                .param("version", intent.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException("Payment %s changed since it was read".formatted(intent.id()));
        }
    }

    private static Intent read(ResultSet row) throws SQLException {
        return new Intent(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("order_id")),
                chargeOf(row),
                StateColumns.read(row).toState(),
                row.getLong("version"));
    }

    private static @Nullable Charge chargeOf(ResultSet row) throws SQLException {
        var customer = row.getString("customer_id");
        return customer == null
                ? null
                : new Charge(
                        UUID.fromString(customer),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("payment_method"));
    }
}
