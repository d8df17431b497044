package com.ecom.order.refunding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.money.Money;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.shares.RefundLedger;
import com.ecom.order.model.shares.Share;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Refunds as staff see them: with who asked for them, why, and for what of the order. */
@Repository
class RefundList {

    private static final TypeReference<List<RefundLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ErasedSubjects erased;

    RefundList(JdbcClient jdbc, JsonMapper json, ErasedSubjects erased) {
        this.erased = erased;
        this.jdbc = jdbc;
        // What an older or a newer release has stored may say more than this one asks.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @throws OrderRefusal.NoSuchOrder if there is none */
    List<RefundEntry> of(OrderId order) {
        var exists = jdbc.sql("select exists(select 1 from orders where id = :id)")
                .param("id", order.toString())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new OrderRefusal.NoSuchOrder(order);
        }
        return rowsOf(order).stream().map(Row::entry).toList();
    }

    private List<Row> rowsOf(OrderId order) {
        return jdbc.sql("""
                select id, amount, currency, state, failure, why, requested_by, lines_back, shares, created_at, updated_at
                from refund where order_id = :order order by created_at, id
                """)
                .param("order", order.toString())
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * What was paid and promised back so far, part by part. Of a refund of which nobody has said what it is of, an old one or
     * one that went without being asked for here, that follows from its units and its amount.
     */
    RefundLedger ledgerOf(Order order) {
        var ledger = RefundLedger.of(order.paid());
        for (var row : rowsOf(order.id())) {
            if (!row.entry().state().equals("FAILED")) {
                ledger = row.shares() == null
                        ? ledger.presumed(
                                unitsOf(row.entry().lines()),
                                row.entry().amount().amount())
                        : ledger.with(row.shares());
            }
        }
        return ledger;
    }

    /** Adds to a refund what only people need to know of it; not why, if the customer was forgotten. */
    void explain(Order order, UUID refund, UUID requestedBy, RefundRequest request, Share share) {
        jdbc.sql("""
                update refund set why = :why, requested_by = :by, lines_back = :lines, shares = :shares
                where order_id = :order and id = :id
                """)
                .param("why", erased.contain(order.customer().id()) ? null : request.reason())
                .param("by", requestedBy.toString())
                .param("lines", request.lines() == null ? null : json.writeValueAsString(request.lines()))
                .param("shares", json.writeValueAsString(share))
                .param("order", order.id().toString())
                .param("id", refund.toString())
                .update();
    }

    private Row read(ResultSet row) throws SQLException {
        var requestedBy = row.getString("requested_by");
        var amount = Money.of(row.getLong("amount"), row.getString("currency"));
        var stored = row.getString("shares");
        var shares = stored == null ? null : json.readValue(stored, Share.class);
        var entry = new RefundEntry(
                UUID.fromString(row.getString("id")),
                amount,
                row.getString("state"),
                row.getString("failure"),
                row.getString("why"),
                requestedBy == null ? null : UUID.fromString(requestedBy),
                linesOf(row.getString("lines_back")),
                shares == null ? null : RefundParts.of(shares, amount.currency()),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
        return new Row(entry, shares);
    }

    private static Map<String, Integer> unitsOf(@Nullable List<RefundLine> lines) {
        return lines == null
                ? Map.of()
                : lines.stream().collect(groupingBy(RefundLine::sku, summingInt(RefundLine::quantity)));
    }

    private @Nullable List<RefundLine> linesOf(@Nullable String lines) {
        return lines == null ? null : json.readValue(lines, LINES);
    }

    /** @param shares absent where nobody has said what the refund is of */
    private record Row(RefundEntry entry, @Nullable Share shares) {}
}
