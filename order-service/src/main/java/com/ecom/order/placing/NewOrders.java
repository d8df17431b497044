package com.ecom.order.placing;

import static com.ecom.core.idempotency.Idempotency.claimed;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderLine;
import com.ecom.order.placing.PlaceOrderController.Checkout;
import com.ecom.order.placing.PlaceOrderController.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Orders as they are placed. The unique key on owner and idempotency key decides who was first. */
@Repository
class NewOrders {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final JsonMapper json;
    private final long patience;

    NewOrders(
            JdbcClient jdbc,
            JdbcOperations batches,
            JsonMapper json,
            @Value("${ecom.orders.stock-patience}") java.time.Duration patience) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.patience = patience.toSeconds();
    }

    /** Adds the order; false, and no change, if its customer has used the key before. */
    boolean add(Order order, IdempotencyKey key, Checkout checkout) {
        var added = claimed(() -> jdbc.sql("""
                insert ignore into orders (id, owner, idempotency_key, request_hash, email, payment_method,
                    total_amount, currency, ship_to, state, deadline)
                values (:id, :owner, :key, :hash, :email, :paymentMethod,
                    :total, :currency, :shipTo, 'PENDING_STOCK', now(3) + interval :patience second)
                """)
                .param("id", order.id().toString())
                .param("owner", order.customer().id().toString())
                .param("key", key.value())
                .param("hash", key.hashOf(checkout, json))
                .param("email", order.customer().email())
                .param("paymentMethod", order.paymentMethod())
                .param("total", order.total().amount())
                .param("currency", order.total().currency().getCurrencyCode())
                .param("shipTo", json.writeValueAsString(checkout.shippingAddress()))
                .param("patience", patience)
                .update());
        if (added) {
            addLines(order.id().toString(), order.lines());
        }
        return added;
    }

    /** What an earlier request with this key was answered. */
    Optional<Receipt> find(IdempotencyKey key, Checkout checkout) {
        return jdbc.sql("""
                select id, total_amount, currency, request_hash from orders
                where owner = :owner and idempotency_key = :key
                """)
                .param("owner", key.caller().toString())
                .param("key", key.value())
                .query((row, _) -> {
                    key.replays(row.getString("request_hash"), key.hashOf(checkout, json));
                    return Receipt.of(
                            UUID.fromString(row.getString("id")),
                            Money.of(row.getLong("total_amount"), row.getString("currency")));
                })
                .optional();
    }

    private void addLines(String order, List<OrderLine> lines) {
        var rows = new java.util.ArrayList<Object[]>();
        for (var line : lines) {
            rows.add(new Object[] {
                order,
                rows.size(),
                line.sku(),
                line.productId(),
                line.name(),
                line.quantity(),
                line.unitPrice().amount()
            });
        }
        batches.batchUpdate("""
                insert into order_line (order_id, line_no, sku, product_id, name, quantity, unit_amount)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
