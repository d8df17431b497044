package com.ecom.order.history;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.money.Money;
import com.ecom.core.text.ReadableNumber;
import com.ecom.core.web.Page;
import com.ecom.order.markets.BillView;
import com.ecom.order.model.FactName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Orders to look at. An owner of null means anybody's, which only staff may ask for. */
@Repository
@RequiredArgsConstructor
class OrderHistory {

    private static final String SUMMARY = """
            select id, email, state, cancel_reason, action_url, total_amount, refunded_amount, currency, ship_to, particulars,
                   bill, version, created_at, updated_at
            from orders
            """;

    private static final Set<String> OF_THE_CUSTOMER = Stream.of(
                    FactName.ORDER_PLACED,
                    FactName.STOCK_RESERVED,
                    FactName.STOCK_REFUSED,
                    FactName.ACTION_REQUIRED,
                    FactName.PAYMENT_AUTHORIZED,
                    FactName.PAYMENT_FAILED,
                    FactName.PAYMENT_CAPTURED,
                    FactName.CANCEL_REQUESTED,
                    FactName.PARCEL_SENT,
                    FactName.PARCEL_ARRIVED,
                    FactName.REFUNDED)
            .map(FactName::published)
            .collect(toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Timeline timeline;

    /** Newest first. Order ids grow with time, so they are the position. */
    Page<Summary> page(@Nullable UUID owner, @Nullable String state, @Nullable String cursor, int size) {
        var rows = jdbc.sql(SUMMARY + """
                where (:owner is null or owner = :owner)
                  and (:state is null or state = :state)
                  and (:before is null or id < :before)
                order by id desc limit :limit
                """)
                .param("owner", owner == null ? null : owner.toString())
                .param("state", state)
                .param("before", Page.positionOf(cursor).orElse(null))
                .param("limit", size + 1)
                .query((row, _) -> summary(row))
                .list();
        return Page.of(rows, size, it -> it.orderId().toString());
    }

    Optional<Details> find(UUID id, @Nullable UUID owner) {
        return jdbc.sql(SUMMARY + "where id = :id and (:owner is null or owner = :owner)")
                .param("id", id.toString())
                .param("owner", owner == null ? null : owner.toString())
                .query((row, _) -> details(row, linesOf(id, row.getString("currency"))))
                .optional();
    }

    /** What happened, as it concerns the customer: not who of the staff did it, nor how the services talked about it. */
    List<Milestone> milestones(UUID id) {
        var milestones = new ArrayList<Milestone>();
        var state = "";
        for (var it : timeline.of(id)) {
            var isPublic = OF_THE_CUSTOMER.contains(it.fact());
            if (isPublic || !it.state().equals(state)) {
                milestones.add(new Milestone(it.at(), isPublic ? it.fact() : null, it.state()));
            }
            state = it.state();
        }
        return milestones;
    }

    /** What whoever knows number and e-mail address of an order may see of it. */
    Optional<Details> find(ReadableNumber number, String email) {
        return jdbc.sql(SUMMARY + "where id_end = :end and email = :email order by id desc limit 1")
                .param("end", number.endOfId())
                .param("email", email)
                .query((row, _) ->
                        details(row, linesOf(UUID.fromString(row.getString("id")), row.getString("currency"))))
                .optional();
    }

    private static String numberOf(UUID id) {
        return ReadableNumber.of(id).toString();
    }

    private List<Line> linesOf(UUID id, String currency) {
        return jdbc.sql("""
                select sku, product_id, name, quantity, unit_amount from order_line where order_id = :id order by line_no
                """)
                .param("id", id.toString())
                .query((row, _) -> new Line(
                        row.getString("sku"),
                        row.getString("product_id"),
                        row.getString("name"),
                        row.getInt("quantity"),
                        Money.of(row.getLong("unit_amount"), currency)))
                .list();
    }

    private static Summary summary(ResultSet row) throws SQLException {
        var id = UUID.fromString(row.getString("id"));
        return new Summary(
                id,
                numberOf(id),
                row.getString("state"),
                row.getString("cancel_reason"),
                Money.of(row.getLong("total_amount"), row.getString("currency")),
                Utc.instant(row, "created_at"));
    }

    private @Nullable BillView billOf(ResultSet row) throws SQLException {
        var sold = row.getString("bill");
        return sold == null ? null : json.treeToValue(json.readTree(sold).path("bill"), BillView.class);
    }

    private Particulars particularsOf(ResultSet row) throws SQLException {
        var kept = row.getString("particulars");
        return kept == null ? Particulars.NONE : json.readValue(kept, Particulars.class);
    }

    private Details details(ResultSet row, List<Line> lines) throws SQLException {
        var id = UUID.fromString(row.getString("id"));
        var particulars = particularsOf(row);
        return new Details(
                id,
                numberOf(id),
                row.getString("state"),
                row.getString("cancel_reason"),
                row.getString("action_url"),
                row.getString("email"),
                lines,
                Money.of(row.getLong("total_amount"), row.getString("currency")),
                Money.of(row.getLong("refunded_amount"), row.getString("currency")),
                json.readValue(row.getString("ship_to"), KeptAddress.class),
                particulars.billingAddress(),
                particulars.phone(),
                particulars.taxId(),
                particulars.note(),
                particulars.giftMessage(),
                billOf(row),
                row.getLong("version"),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
    }

    record Summary(
            UUID orderId,
            String orderNumber,
            String state,
            @Nullable String cancelReason,
            Money total,
            Instant createdAt) {}

    /**
     * @param orderNumber as people name it
     * @param actionUrl where the customer approves the payment, while that is what the order waits for
     * @param shippingAddress empty once whoever ordered was forgotten
     * @param billingAddress absent where it is the other one
     * @param bill what it costs, step by step, as it was quoted; absent without a quote
     */
    record Details(
            UUID orderId,
            String orderNumber,
            String state,
            @Nullable String cancelReason,
            @Nullable String actionUrl,
            String email,
            List<Line> lines,
            Money total,
            Money refunded,
            KeptAddress shippingAddress,
            @Nullable KeptAddress billingAddress,
            @Nullable String phone,
            @Nullable String taxId,
            @Nullable String note,
            @Nullable String giftMessage,
            @Nullable BillView bill,
            long version,
            Instant createdAt,
            Instant updatedAt) {}

    record Line(String sku, String productId, String name, int quantity, Money unitPrice) {}

    /** @param fact what led to the state; absent where that is the shop's own business */
    record Milestone(Instant at, @Nullable String fact, String state) {}
}
