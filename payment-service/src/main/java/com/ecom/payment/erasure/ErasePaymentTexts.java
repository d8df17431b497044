package com.ecom.payment.erasure;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties, of people who were forgotten, by what they paid and what the provider said of it. A payment that is yet to be
 * authorized needs its means until then, and may come after its buyer was forgotten: such are looked for again and again.
 */
@Component
@RequiredArgsConstructor
class ErasePaymentTexts {

    private static final String FORGOTTEN = "erased";

    private final JdbcClient jdbc;

    @Transactional
    void of(UUID customer) {
        forget(customer);
    }

    /** What was left to them, or came later. */
    @Transactional
    void ofEverybodyWhoWasForgotten() {
        forget(null);
    }

    private void forget(@Nullable UUID customer) {
        update("""
                update payment_intent i join erased_subject e on e.subject = i.customer_id
                set i.payment_method = :forgotten
                where i.payment_method <> :forgotten and i.state not in ('NONE', 'AUTHORIZING', 'CANCEL_PENDING')
                """, customer);
        update("""
                update provider_call c join payment_intent i on i.id = c.intent_id
                    join erased_subject e on e.subject = i.customer_id
                set c.last_error = :forgotten where c.done and c.last_error <> :forgotten
                """, customer);
        update("""
                update provider_dead_letter l join payment_intent i on i.id = l.intent_id
                    join erased_subject e on e.subject = i.customer_id
                set l.error = :forgotten where l.state <> 'WAITING' and l.error <> :forgotten
                """, customer);
    }

    private void update(String sql, @Nullable UUID customer) {
        jdbc.sql(sql + " and (:customer is null or i.customer_id = :customer)")
                .param("forgotten", FORGOTTEN)
                .param("customer", customer == null ? null : customer.toString())
                .update();
    }
}
