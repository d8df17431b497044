package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Lifecycle;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores each event once and applies it in the same transaction. What it does to the payment is the lifecycle's to say. */
@Component
class ReceiveWebhook {

    private final JdbcClient jdbc;
    private final Lifecycle payments;
    private final MeterRegistry meters;

    ReceiveWebhook(JdbcClient jdbc, Lifecycle payments, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.meters = meters;
    }

    @Transactional
    Outcome handle(ProviderNews news, byte[] body) {
        var fact = news.asFact();
        var outcome = judge(news);
        if (!store(news, body, outcome)) {
            return Outcome.ALREADY_PROCESSED;
        }
        meters.counter("ecom.payment.webhook", "outcome", outcome.name()).increment();
        if (outcome == Outcome.APPLIED) {
            payments.advance(news.orderId(), fact);
        }
        return outcome;
    }

    private Outcome judge(ProviderNews news) {
        return amountOf(news)
                .map(it -> it.equals(news.money()) ? Outcome.APPLIED : Outcome.MISMATCH)
                .orElse(Outcome.ORPHAN);
    }

    private Optional<Money> amountOf(ProviderNews news) {
        return jdbc.sql("select amount, currency from payment_intent where order_id = :order and amount is not null")
                .param("order", news.orderId().toString())
                .query((row, _) -> Money.of(row.getLong("amount"), row.getString("currency")))
                .optional();
    }

    private boolean store(ProviderNews news, byte[] body, Outcome outcome) {
        return jdbc.sql("""
                insert ignore into webhook_event (provider, event_id, order_id, type, body, outcome)
                values ('simulator', :event, :order, :type, :body, :outcome)
                """)
                        .param("event", news.eventId())
                        .param("order", news.orderId().toString())
                        .param("type", news.type())
                        .param("body", new String(body, UTF_8))
                        .param("outcome", outcome.name())
                        .update()
                == 1;
    }

    enum Outcome {
        APPLIED,
        ALREADY_PROCESSED,
        /** About a payment that we do not know; kept for reconciliation. */
        ORPHAN,
        /** About another amount than the one we asked for; kept for people to look at. */
        MISMATCH
    }
}
