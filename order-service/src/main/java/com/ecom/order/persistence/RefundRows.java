package com.ecom.order.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.core.money.Money;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.Refund;
import com.ecom.order.model.Refund.Standing;
import com.ecom.order.model.Refunds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds of orders that have any; an order without costs no statement here. */
@Repository
@RequiredArgsConstructor
class RefundRows {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    /** The orders are locked already. */
    Map<OrderId, Refunds> of(List<OrderId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var rows = jdbc.sql("""
                select order_id, id, amount, currency, state, failure from refund
                where order_id in (:orders) order by order_id, created_at, id
                """)
                .param("orders", orders.stream().map(OrderId::toString).toList())
                .query((row, _) -> Map.entry(OrderId.of(row.getString("order_id")), read(row)))
                .list();
        var found = new HashMap<OrderId, Refunds>();
        rows.stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .forEach((order, refunds) -> found.put(order, new Refunds(refunds)));
        return found;
    }

    /** Who wanted them, and why, is added by whoever made them. */
    void keep(Collection<Order> orders) {
        var rows = orders.stream()
                .flatMap(order -> order.refunds().all().stream().map(it -> columnsOf(order, it)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into refund (order_id, id, amount, currency, state, failure) values (?, ?, ?, ?, ?, ?)
                on duplicate key update state = values(state), failure = values(failure)
                """, rows);
    }

    private static Object[] columnsOf(Order order, Refund it) {
        return new Object[] {
            order.id().toString(),
            it.id().toString(),
            it.amount().amount(),
            it.amount().currency().getCurrencyCode(),
            it.standing().name(),
            it.failure()
        };
    }

    private static Refund read(ResultSet row) throws SQLException {
        return new Refund(
                UUID.fromString(row.getString("id")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Standing.valueOf(row.getString("state")),
                row.getString("failure"));
    }
}
