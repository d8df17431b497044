package com.ecom.order.placing;

import static com.ecom.core.idempotency.Idempotency.claimed;
import static java.util.stream.Collectors.toMap;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.money.Money;
import com.ecom.order.baskets.Origin;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import com.ecom.order.placing.UnpaidUnits.Room;
import com.ecom.order.quoting.Quote;
import com.ecom.order.uses.Use;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Orders as they are placed. The unique key on owner and idempotency key decides who was first. */
@Repository
class NewOrders {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnpaidUnits unpaid;
    private final UsedQuotes used;
    private final long timeout;

    NewOrders(
            JdbcClient jdbc,
            JsonMapper json,
            UnpaidUnits unpaid,
            UsedQuotes used,
            @Value("${ecom.orders.stock-timeout}") java.time.Duration timeout) {
        this.jdbc = jdbc;
        this.unpaid = unpaid;
        this.used = used;
        this.json = json;
        this.timeout = timeout.toSeconds();
    }

    /** What these buyers may still order before they have paid. */
    Room roomFor(Collection<Buyer> buyers) {
        return unpaid.roomFor(buyers);
    }

    Optional<UUID> placedBy(Quote quote) {
        return used.orderBy(quote);
    }

    /** @throws com.ecom.order.model.QuoteRefusal.PromotionUsedUp if there are not so many uses left */
    void reserveUses(Map<OrderId, List<Use>> uses) {
        used.reserve(uses);
    }

    /**
     * Adds them all, or none.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of their customers has used its key, or its quote, before
     * @throws com.ecom.core.idempotency.IdempotencyRefusal.StillUnderWay if a twin takes too long
     */
    void add(List<NewOrder> orders) {
        claimed(() -> BulkSql.in(
                        jdbc,
                        """
                        insert into orders (id, owner, idempotency_key, request_hash, email, payment_method,
                            total_amount, currency, ship_to, units, guest, network, traceparent, shipping_amount, shipping_tax,
                            amount_step, quote_id, bill, limited, particulars, state, deadline)
                        values %s
                        """,
                        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING_STOCK', now(3) + interval ? second)",
                        orders.stream().map(this::columnsOf).toList())
                .update());
        BulkSql.in(
                        jdbc,
                        """
                        insert into order_line (order_id, line_no, sku, product_id, name, quantity, unit_amount,
                            paid_amount, tax_amount)
                        values %s
                        """,
                        "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        orders.stream().flatMap(it -> linesOf(it.order())).toList())
                .update();
    }

    private @Nullable Object[] columnsOf(NewOrder it) {
        var order = it.order();
        return new @Nullable Object[] {
            order.id().toString(),
            order.customer().id().toString(),
            it.key().value(),
            it.key().hashOf(it.checkout(), json),
            order.customer().email(),
            order.paymentMethod(),
            order.total().amount(),
            order.total().currency().getCurrencyCode(),
            json.writeValueAsString(it.checkout().shippingAddress()),
            order.lines().stream().mapToLong(OrderLine::quantity).sum(),
            order.customer().guest(),
            it.origin().network(),
            it.trace(),
            order.paid().shipping().amount(),
            order.paid().shipping().tax(),
            order.paid().step(),
            it.quote() == null ? null : it.quote().id().toString(),
            it.quote() == null ? null : json.writeValueAsString(SoldBy.of(it.quote())),
            order.limited(),
            it.checkout().particulars().map(json::writeValueAsString).orElse(null),
            timeout
        };
    }

    private static Stream<Object[]> linesOf(Order order) {
        var lines = order.lines();
        return IntStream.range(0, lines.size()).mapToObj(number -> {
            var line = lines.get(number);
            var paid = order.paid().lines().get(number).part();
            return new Object[] {
                order.id().toString(),
                number,
                line.sku(),
                line.productId(),
                line.name(),
                line.quantity(),
                line.unitPrice().amount(),
                paid.amount(),
                paid.tax()
            };
        });
    }

    /** What earlier requests with these keys led to, by owner and key. */
    Map<Used, Earlier> find(Collection<IdempotencyKey> keys) {
        return BulkSql.in(
                        jdbc,
                        """
                        select owner, idempotency_key, id, total_amount, currency, request_hash from orders
                        where (owner, idempotency_key) in (%s)
                        """,
                        "(?, ?)",
                        keys.stream()
                                .map(it -> new Object[] {it.caller().toString(), it.value()})
                                .toList())
                .query((row, _) -> Map.entry(
                        new Used(UUID.fromString(row.getString("owner")), row.getString("idempotency_key")),
                        new Earlier(
                                Receipt.of(
                                        UUID.fromString(row.getString("id")),
                                        Money.of(row.getLong("total_amount"), row.getString("currency"))),
                                row.getString("request_hash"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param trace where in its trace the request is that placed it */
    record NewOrder(
            Order order,
            IdempotencyKey key,
            Checkout checkout,
            @Nullable Quote quote,
            Origin origin,
            @Nullable String trace) {}

    /** A key of somebody; all orders' keys are for the same operation. */
    record Used(UUID owner, String key) {
        static Used of(IdempotencyKey key) {
            return new Used(key.caller(), key.value());
        }
    }

    /** @param hash of the request that was answered then */
    record Earlier(Receipt receipt, String hash) {}
}
