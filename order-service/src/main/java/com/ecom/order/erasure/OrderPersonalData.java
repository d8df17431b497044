package com.ecom.order.erasure;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.privacy.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders. They are the shop's accounts, so they stay; when they are over, whom they were for and where the parcel went
 * is forgotten, and what they said besides. The owner's id remains, and leads to nobody once the account is gone.
 */
@Component
@RequiredArgsConstructor
class OrderPersonalData implements PersonalData {

    private static final String NOBODY = "erased@erased.invalid";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    @Override
    public List<Item> of(UUID subject) {
        return jdbc.sql("""
                select id, email, total_amount, currency, ship_to, particulars, bill, state, created_at,
                       (select json_arrayagg(json_object('sku', sku, 'name', name, 'quantity', quantity,
                                                         'unitAmount', unit_amount))
                        from order_line where order_id = orders.id) as order_lines
                from orders where owner = :owner order by id limit 10000
                """)
                .param("owner", subject.toString())
                .query((row, _) -> new Item(
                        "order",
                        new Kept(
                                row.getString("id"),
                                row.getString("email"),
                                row.getLong("total_amount"),
                                row.getString("currency"),
                                row.getString("state"),
                                Utc.instant(row, "created_at").toString(),
                                json.readTree(row.getString("ship_to")),
                                json.readTree(row.getString("order_lines")),
                                jsonOf(row, "particulars"),
                                jsonOf(row, "bill"))))
                .list();
    }

    private @Nullable Object jsonOf(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : json.readTree(text);
    }

    @Override
    public Set<String> namesOf(UUID subject) {
        var names = new HashSet<String>();
        jdbc.sql("select id, email from orders where owner = :owner")
                .param("owner", subject.toString())
                .query(row -> {
                    names.add(row.getString("id"));
                    names.add(row.getString("email"));
                });
        names.remove(NOBODY);
        return names;
    }

    /** Waits for orders and money that are on their way: parcels need an address, and people an answer. */
    @Override
    public Optional<Erasure> erase(UUID subject) {
        var open = jdbc.sql("""
                select exists (select 1 from orders where owner = :owner
                               and state not in ('DELIVERED', 'CANCELLED'))
                    or exists (select 1 from refund join orders on orders.id = refund.order_id
                               where orders.owner = :owner and refund.state = 'REQUESTED')
                """)
                .param("owner", subject.toString())
                .query(Boolean.class)
                .single();
        if (open) {
            return Optional.empty();
        }
        jdbc.sql("""
                update refund join orders on orders.id = refund.order_id set refund.why = null
                where orders.owner = :owner
                """).param("owner", subject.toString()).update();
        var anonymised = jdbc.sql("""
                update orders
                set email = :nobody, ship_to = json_object(), particulars = null, payment_method = 'erased',
                    action_url = null, idempotency_key = id, version = version + 1
                where owner = :owner and email <> :nobody
                """)
                .param("nobody", NOBODY)
                .param("owner", subject.toString())
                .update();
        return Optional.of(new Erasure(0, anonymised, 0, "The law wants orders kept as accounts"));
    }

    record Kept(
            String orderId,
            String email,
            long totalAmount,
            String currency,
            String state,
            String createdAt,
            Object shipTo,
            Object lines,
            @Nullable Object particulars,
            @Nullable Object bill) {}
}
