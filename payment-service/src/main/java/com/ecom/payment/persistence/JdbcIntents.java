package com.ecom.payment.persistence;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Refunds;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class JdbcIntents implements Intents {

    private static final String COLUMNS = """
            id, order_id, customer_id, amount, currency, payment_method, provider_reference, refunds, state, reason,
            action_url, traceparent, version
            """;

    private final JdbcClient jdbc;
    private final RefundRows refunds;

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
    public Map<UUID, Intent> lockKnown(Collection<UUID> orders) {
        return select(orders.stream().map(UUID::toString).sorted().toList());
    }

    @Override
    public Map<UUID, Intent> look(Collection<UUID> orders) {
        return orders.isEmpty()
                ? Map.of()
                : select(orders.stream().map(UUID::toString).sorted().toList(), "");
    }

    /** One statement for all, which finds each by its key. */
    @Override
    public void keep(Collection<Intent> intents) {
        if (intents.isEmpty()) {
            return;
        }
        var kept = BulkSql.in(
                        jdbc,
                        """
                update (values %s) as next (state, reason, action_url, provider_reference, refunds, traceparent, id, version)
                straight_join payment_intent i on i.id = convert(next.id using ascii) and i.version = next.version
                set i.state = next.state, i.reason = next.reason, i.action_url = next.action_url,
                    i.provider_reference = next.provider_reference, i.refunds = next.refunds,
                    i.traceparent = next.traceparent, i.version = i.version + 1
                """,
                        "row(?, ?, ?, ?, ?, ?, ?, ?)",
                        intents.stream().map(JdbcIntents::columnsOf).toList())
                .update();
        if (kept != intents.size()) {
            throw new OptimisticLockingFailureException("A payment changed since it was read");
        }
        refunds.keep(intents);
    }

    private static @Nullable Object[] columnsOf(Intent intent) {
        var state = StateColumns.of(intent.state());
        return new Object[] {
            state.state(),
            state.reason(),
            state.actionUrl(),
            intent.reference(),
            intent.refunds().all().size(),
            intent.trace(),
            intent.id().toString(),
            intent.version()
        };
    }

    private Map<UUID, Intent> select(List<String> orders) {
        return select(orders, "for update");
    }

    private Map<UUID, Intent> select(List<String> orders, String locking) {
        var refunded = new ArrayList<String>();
        var locked = jdbc.sql("select " + COLUMNS + """
                from payment_intent where order_id in (:orders) order by order_id
                """ + locking)
                .param("orders", orders)
                .query((row, _) -> {
                    if (row.getInt("refunds") > 0) {
                        refunded.add(row.getString("id"));
                    }
                    return read(row);
                })
                .list();
        var theirs = refunds.of(refunded);
        var found = new HashMap<UUID, Intent>();
        for (var it : locked) {
            found.put(it.orderId(), it.with(theirs.getOrDefault(it.id().toString(), Refunds.NONE)));
        }
        return found;
    }

    /** Somebody may be adding the same one just now; the unique key decides whose it is. */
    private void add(List<UUID> orders, Map<UUID, @Nullable Charge> charges) {
        BulkSql.in(
                        jdbc,
                        """
                insert ignore into payment_intent (id, order_id, customer_id, amount, currency, payment_method, state)
                values %s
                """,
                        "(?, ?, ?, ?, ?, ?, 'NONE')",
                        orders.stream()
                                .map(it -> columnsOf(it, charges.get(it)))
                                .toList())
                .update();
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
                row.getString("provider_reference"),
                StateColumns.read(row).toState(),
                Refunds.NONE,
                row.getLong("version"),
                row.getString("traceparent"));
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
