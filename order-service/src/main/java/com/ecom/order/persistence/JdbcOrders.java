package com.ecom.order.persistence;

import com.ecom.core.money.Money;
import com.ecom.order.model.Customer;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Orders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An order is a row and its lines; they are read together, and only the row ever changes. */
@Repository
class JdbcOrders implements Orders {

    private final JdbcClient jdbc;
    private final Patience patience;

    JdbcOrders(JdbcClient jdbc, Patience patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    @Override
    public Order lock(OrderId id) {
        return jdbc.sql("""
                select o.id, o.owner, o.email, o.payment_method, o.currency, o.version, o.state, o.cancel_reason,
                       o.stock_back, o.money_back, o.action_url, o.reminders, o.refunded_amount, l.sku, l.product_id, l.name, l.quantity, l.unit_amount
                from orders o join order_line l on l.order_id = o.id
                where o.id = :id order by l.line_no
                for update of o
                """)
                .param("id", id.toString())
                .query(JdbcOrders::read)
                .orElseThrow(() -> new OrderRefusal.NoSuchOrder(id));
    }

    @Override
    public void keep(Order order) {
        var state = StateColumns.of(order.state());
        var kept = jdbc.sql("""
                update orders
                set state = :state, cancel_reason = :reason, stock_back = :stockBack, money_back = :moneyBack,
                    action_url = :actionUrl, reminders = :reminders, refunded_amount = :refunded,
                    deadline = now(3) + interval :patience second, version = version + 1
                where id = :id and version = :version
                """)
                .param("state", state.state())
                .param("reason", state.cancelReason())
                .param("stockBack", state.stockBack())
                .param("moneyBack", state.moneyBack())
                .param("actionUrl", state.actionUrl())
                .param("reminders", order.reminders())
                .param("refunded", order.refunded().amount())
                .param("patience", patience.secondsFor(order))
                .param("id", order.id().toString())
                .param("version", order.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException("Order %s changed since it was read".formatted(order.id()));
        }
    }

    @Override
    public Optional<OrderId> claimOverdue() {
        return jdbc.sql("""
                select id from orders where deadline < now(3) order by deadline limit 1 for update skip locked
                """).query(String.class).optional().map(OrderId::of);
    }

    private static Optional<Order> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        var id = OrderId.of(row.getString("id"));
        var customer = new Customer(UUID.fromString(row.getString("owner")), row.getString("email"));
        var paymentMethod = row.getString("payment_method");
        var state = StateColumns.read(row).toState();
        var reminders = row.getInt("reminders");
        var refunded = Money.of(row.getLong("refunded_amount"), row.getString("currency"));
        var version = row.getLong("version");
        var lines = new ArrayList<OrderLine>();
        do {
            lines.add(new OrderLine(
                    row.getString("sku"),
                    row.getString("product_id"),
                    row.getString("name"),
                    row.getInt("quantity"),
                    Money.of(row.getLong("unit_amount"), row.getString("currency"))));
        } while (row.next());
        return Optional.of(new Order(id, customer, lines, paymentMethod, state, reminders, refunded, version));
    }
}
