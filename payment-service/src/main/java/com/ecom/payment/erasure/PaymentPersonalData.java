package com.ecom.payment.erasure;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments: amounts and states under ids, without a name or an address. They are the shop's accounts and stay; the
 * customer's id leads to nobody once the account is gone. What the provider sent, word for word, may say more than that: it
 * is shown, and emptied. Means of payment and what the provider said of them are emptied as soon as nobody pays by them.
 */
@Component
@RequiredArgsConstructor
class PaymentPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final ErasePaymentTexts forgetWords;

    @Override
    public List<Item> of(UUID subject) {
        return Stream.concat(payments(subject).stream(), messages(subject).stream())
                .toList();
    }

    private List<Item> messages(UUID subject) {
        return jdbc.sql("""
                select w.type, w.body, w.received_at
                from payment_intent i join webhook_event w on w.order_id = i.order_id
                where i.customer_id = :customer and w.body <> '' order by w.received_at limit 10000
                """)
                .param("customer", subject.toString())
                .query((row, _) -> new Item(
                        "message-of-the-payment-provider",
                        Map.of(
                                "type", row.getString("type"),
                                "body", row.getString("body"),
                                "receivedAt", Utc.instant(row, "received_at").toString())))
                .list();
    }

    private List<Item> payments(UUID subject) {
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
                                "createdAt", Utc.instant(row, "created_at").toString())))
                .list();
    }

    @Override
    public Set<String> namesOf(UUID subject) {
        return jdbc.sql("select order_id from payment_intent where customer_id = :customer")
                .param("customer", subject.toString())
                .query(String.class)
                .set();
    }

    @Override
    public Optional<Erasure> erase(UUID subject) {
        var emptied = jdbc.sql("""
                update webhook_event w join payment_intent i on i.order_id = w.order_id
                set w.body = '', w.provider_says = null, w.last_error = null
                where i.customer_id = :customer and w.body <> '' and w.outcome not in ('ORPHAN', 'RECEIVED')
                """).param("customer", subject.toString()).update();
        forgetWords.of(subject);
        var kept = jdbc.sql("select count(*) from payment_intent where customer_id = :customer")
                .param("customer", subject.toString())
                .query(Integer.class)
                .single();
        return Optional.of(
                new Erasure(0, emptied, kept, "Amounts and states only, which the law wants kept as accounts"));
    }
}
