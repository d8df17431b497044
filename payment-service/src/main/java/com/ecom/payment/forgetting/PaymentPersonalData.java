package com.ecom.payment.forgetting;

import com.ecom.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments: amounts and states under ids, without a name or an address. They are the shop's accounts and stay; the
 * customer's id leads to nobody once the account is gone.
 */
@Component
class PaymentPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    PaymentPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Item> of(UUID subject) {
        return jdbc.sql("""
                select order_id, amount, currency, state, created_at from payment_intent
                where customer_id = :customer order by id limit 10000
                """)
                .param("customer", subject.toString())
                .query((row, _) -> new Item(
                        "payment",
                        Map.of(
                                "orderId", row.getString("order_id"),
                                "amount", row.getLong("amount"),
                                "currency", String.valueOf(row.getString("currency")),
                                "state", row.getString("state"),
                                "createdAt",
                                        row.getTimestamp("created_at")
                                                .toInstant()
                                                .toString())))
                .list();
    }

    @Override
    public Optional<Erasure> erase(UUID subject) {
        var kept = jdbc.sql("select count(*) from payment_intent where customer_id = :customer")
                .param("customer", subject.toString())
                .query(Integer.class)
                .single();
        return Optional.of(new Erasure(0, 0, kept, "Amounts and states only, which the law wants kept as accounts"));
    }
}
