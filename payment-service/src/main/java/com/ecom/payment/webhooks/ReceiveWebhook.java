package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.Told;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores each event once and applies it in the same transaction. What it does to the payment is the lifecycle's to say. */
@Component
class ReceiveWebhook {

    private final JdbcClient jdbc;
    private final Intents intents;
    private final Lifecycle payments;
    private final MeterRegistry meters;

    ReceiveWebhook(JdbcClient jdbc, Intents intents, Lifecycle payments, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.intents = intents;
        this.payments = payments;
        this.meters = meters;
    }

    @Transactional
    Outcome handle(ProviderNews news, byte[] body) {
        var fact = news.asFact();
        var intent = intents.lockKnown(news.orderId()).filter(it -> it.charge() != null);
        var outcome = intent.map(it -> judge(news, it)).orElse(Outcome.ORPHAN);
        if (!store(news, body, outcome)) {
            return Outcome.ALREADY_PROCESSED;
        }
        FaultPoint.pass("webhook-stored-before-effect");
        meters.counter("ecom.payment.webhook", "outcome", outcome.name()).increment();
        if (outcome == Outcome.APPLIED
                && intent.filter(it -> saysNothingNew(fact, it)).isEmpty()) {
            payments.advance(Told.of(news.orderId(), fact));
        }
        return outcome;
    }

    private static Outcome judge(ProviderNews news, Intent intent) {
        return intent.knownCharge().amount().equals(news.money()) ? Outcome.APPLIED : Outcome.MISMATCH;
    }

    /** The answer to the call itself is usually faster than the webhook about it. */
    private static boolean saysNothingNew(IntentFact fact, Intent intent) {
        var step = intent.on(fact);
        return step.intent().equals(intent)
                && step.calls().isEmpty()
                && step.events().isEmpty();
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
