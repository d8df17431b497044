package com.ecom.payment.persistence;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIntents implements Intents {

    private static final String COLUMNS =
            "id, order_id, customer_id, amount, currency, payment_method, state, reason, action_url, version";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcIntents(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In the order of the orders' ids, so that two who want the same ones never wait for each other. */
    @Override
    public Map<UUID, Intent> lock(Map<UUID, @Nullable Charge> charges) {
        var orders = charges.keySet().stream().map(UUID::toString).sorted().toList();
        var locked = select(orders);
        if (locked.size() < orders.size()) {
            var fresh = orders.stream()
                    .map(UUID::fromString)
                    .filter(it -> !locked.containsKey(it))
                    .toList();
            add(fresh, charges);
            locked.putAll(select(fresh.stream().map(UUID::toString).toList()));
        }
        return locked;
    }

    @Override
    public Optional<Intent> lockKnown(UUID order) {
        return select(List.of(order.toString())).values().stream().findFirst();
    }

    @Override
    public void keep(Collection<Intent> intents) {
        var kept = batches.batchUpdate(
                """
                update payment_intent
                set state = ?, reason = ?, action_url = ?, version = version + 1
                where id = ? and version = ?
                """, intents.stream().map(JdbcIntents::columnsOf).toList());
        if (IntStream.of(kept).anyMatch(it -> it == 0)) {
            throw new OptimisticLockingFailureException("A payment changed since it was read");
        }
    }

    private static Object[] columnsOf(Intent intent) {
        var state = StateColumns.of(intent.state());
        return new Object[] {
            state.state(), state.reason(), state.actionUrl(), intent.id().toString(), intent.version()
        };
    }

    private Map<UUID, Intent> select(List<String> orders) {
        var found = new HashMap<UUID, Intent>();
        jdbc.sql("select " + COLUMNS + " from payment_intent where order_id in (:orders) order by order_id for update")
                .param("orders", orders)
                .query((row, _) -> read(row))
                .list()
                .forEach(it -> found.put(it.orderId(), it));
        return found;
    }

    /** Somebody may be adding the same one just now; the unique key decides whose it is. */
    private void add(List<UUID> orders, Map<UUID, @Nullable Charge> charges) {
        batches.batchUpdate(
                """
                insert ignore into payment_intent (id, order_id, customer_id, amount, currency, payment_method, state)
                values (?, ?, ?, ?, ?, ?, 'NONE')
                """, orders.stream().map(it -> columnsOf(it, charges.get(it))).toList());
    }

    private static Object[] columnsOf(UUID order, @Nullable Charge charge) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        return charge == null
                ? new Object[] {id, order.toString(), null, null, null, null}
                : new Object[] {
                    id,
                    order.toString(),
                    charge.customerId().toString(),
                    charge.amount().amount(),
                    charge.amount().currency().getCurrencyCode(),
                    charge.paymentMethod()
                };
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
