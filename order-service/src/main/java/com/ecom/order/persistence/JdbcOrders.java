package com.ecom.order.persistence;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.money.Money;
import com.ecom.order.model.Customer;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderState;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.Orders;
import com.ecom.order.model.Refunds;
import com.ecom.order.model.shares.Paid;
import com.ecom.order.model.shares.Paid.Part;
import com.ecom.order.uses.UseCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * An order is a row and its lines; they are read together, and only the row ever changes. Few orders have refunds: only
 * theirs are read and written besides.
 */
@Repository
@RequiredArgsConstructor
class JdbcOrders implements Orders {

    private final JdbcClient jdbc;
    private final RefundRows refunds;
    private final AnswerDeadlines deadlines;
    private final UseCounts uses;

    /** In the order of their ids, so that two who want the same ones never wait for each other. */
    @Override
    public Map<OrderId, Order> lock(Collection<OrderId> ids) {
        var found = jdbc.sql("""
                select o.id, o.owner, o.guest, o.email, o.payment_method, o.currency, o.version, o.state, o.cancel_reason,
                       o.stock_back, o.money_back, o.action_url, o.reminders, o.refunds, o.traceparent, o.limited,
                       o.shipping_amount, o.shipping_tax, o.amount_step,
                       l.sku, l.product_id, l.name, l.quantity, l.unit_amount, l.paid_amount, l.tax_amount
                from orders o join order_line l on l.order_id = o.id
                where o.id in (:ids) order by o.id, l.line_no
                for update of o
                """)
                .param("ids", ids.stream().map(OrderId::toString).sorted().toList())
                .query(JdbcOrders::readAll);
        for (var id : ids) {
            if (!found.orders().containsKey(id)) {
                throw new OrderRefusal.NoSuchOrder(id);
            }
        }
        refunds.of(found.refunded())
                .forEach((id, theirs) -> found.orders().computeIfPresent(id, (_, it) -> it.with(theirs)));
        return found.orders();
    }

    /** One statement for all, which finds each by its key. */
    @Override
    public void keep(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var kept = BulkSql.in(
                        jdbc,
                        """
                update (values %s) as next (state, cancel_reason, stock_back, money_back, action_url, reminders,
                    refunded_amount, refunds, answer_seconds, id, version)
                straight_join orders o on o.id = convert(next.id using ascii) and o.version = next.version
                set o.state = next.state, o.cancel_reason = next.cancel_reason, o.stock_back = next.stock_back,
                    o.money_back = next.money_back, o.action_url = next.action_url, o.reminders = next.reminders,
                    o.refunded_amount = next.refunded_amount, o.refunds = next.refunds,
                    o.network = if(next.state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'AWAITING_CUSTOMER'), o.network, null),
                    o.deadline = now(3) + interval next.answer_seconds second, o.version = o.version + 1
                """,
                        "row(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        orders.stream().map(this::columnsOf).toList())
                .update();
        if (kept != orders.size()) {
            throw new OptimisticLockingFailureException("An order changed since it was read");
        }
        refunds.keep(orders);
        uses.commit(limited(orders, Confirmed.class));
        uses.release(limited(orders, Cancelled.class));
    }

    /** Of few orders anything is counted. */
    private static List<OrderId> limited(Collection<Order> orders, Class<? extends OrderState> state) {
        return orders.stream()
                .filter(it -> it.limited() && state.isInstance(it.state()))
                .map(Order::id)
                .toList();
    }

    private @Nullable Object[] columnsOf(Order order) {
        var state = StateColumns.of(order.state());
        return new Object[] {
            state.state(),
            state.cancelReason(),
            state.stockBack(),
            state.moneyBack(),
            state.actionUrl(),
            order.reminders(),
            order.refunded().amount(),
            order.refunds().all().size(),
            deadlines.secondsFor(order),
            order.id().toString(),
            order.version()
        };
    }

    @Override
    public Optional<OrderId> claimOverdue() {
        return jdbc.sql("""
                select id from orders where deadline < now(3) order by deadline limit 1 for update skip locked
                """).query(String.class).optional().map(OrderId::of);
    }

    private static Found readAll(ResultSet row) throws SQLException {
        var refunded = new ArrayList<OrderId>();
        var orders = new LinkedHashMap<OrderId, Order>();
        var more = row.next();
        while (more) {
            var id = OrderId.of(row.getString("id"));
            var customer = new Customer(
                    UUID.fromString(row.getString("owner")), row.getString("email"), row.getBoolean("guest"));
            var paymentMethod = row.getString("payment_method");
            var state = StateColumns.read(row).toState();
            var reminders = row.getInt("reminders");
            if (row.getInt("refunds") > 0) {
                refunded.add(id);
            }
            var version = row.getLong("version");
            var trace = row.getString("traceparent");
            var limited = row.getBoolean("limited");
            var currency = Currency.getInstance(row.getString("currency"));
            var step = row.getLong("amount_step");
            var shipping = new Part(row.getLong("shipping_amount"), row.getLong("shipping_tax"));
            var lines = new ArrayList<OrderLine>();
            var shares = new ArrayList<Paid.Line>();
            do {
                var line = new OrderLine(
                        row.getString("sku"),
                        row.getString("product_id"),
                        row.getString("name"),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit_amount"), currency));
                lines.add(line);
                shares.add(new Paid.Line(line.sku(), line.quantity(), paidFor(line, row)));
                more = row.next();
            } while (more && row.getString("id").equals(id.toString()));
            var paid = new Paid(currency, step, shares, shipping);
            orders.put(
                    id,
                    new Order(
                            id,
                            customer,
                            lines,
                            paid,
                            paymentMethod,
                            state,
                            reminders,
                            Refunds.NONE,
                            version,
                            trace,
                            limited));
        }
        return new Found(orders, refunded);
    }

    private static Part paidFor(OrderLine line, ResultSet row) throws SQLException {
        var amount = row.getLong("paid_amount");
        return new Part(row.wasNull() ? line.subtotal().amount() : amount, row.getLong("tax_amount"));
    }

    /** @param refunded those that have refunds */
    private record Found(Map<OrderId, Order> orders, List<OrderId> refunded) {}
}
