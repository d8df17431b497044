package com.ecom.payment.reconciling;

import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.Told;
import com.ecom.payment.model.PaymentProvider;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A webhook that got lost must not leave a payment hanging: after two minutes the provider is asked. */
@Component
class Reconcile {

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

    private final JdbcClient jdbc;
    private final PaymentProvider provider;
    private final Lifecycle payments;

    Reconcile(JdbcClient jdbc, PaymentProvider provider, Lifecycle payments) {
        this.jdbc = jdbc;
        this.provider = provider;
        this.payments = payments;
    }

    @Scheduled(fixedDelayString = "${ecom.payment.reconcile-interval:PT60S}")
    void run() {
        for (var order : waitingLong()) {
            try {
                provider.find(order).ifPresent(it -> payments.advance(Told.of(order, it)));
            } catch (PaymentProvider.Unavailable e) {
                log.warn("The provider cannot be asked now: {}", e.toString());
                return;
            }
        }
    }

    private List<UUID> waitingLong() {
        return jdbc.sql("""
                select order_id from payment_intent
                where state in ('ACTION_REQUIRED', 'CANCEL_PENDING', 'AUTHORIZING', 'CAPTURING', 'VOIDING')
                  and updated_at < now(3) - interval 2 minute
                order by updated_at limit 100
                """)
                .query((row, _) -> UUID.fromString(row.getString("order_id")))
                .list();
    }
}
