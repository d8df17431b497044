package com.ecom.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.fault.FaultPoint;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores each event once and applies it in the same transaction. What it does to the payment is the lifecycle's to say. */
@Component
class ReceiveWebhook {

    private final JdbcClient jdbc;
    private final Hearing hearing;
    private final MeterRegistry meters;

    ReceiveWebhook(JdbcClient jdbc, Hearing hearing, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.hearing = hearing;
        this.meters = meters;
    }

    @Transactional
    Outcome handle(String provider, ProviderNews news, byte[] body) {
        var finding = hearing.judge(news);
        if (!store(provider, news, body, finding.outcome())) {
            return Outcome.ALREADY_PROCESSED;
        }
        FaultPoint.pass("webhook-stored-before-effect");
        meters.counter("ecom.payment.webhook", "outcome", finding.outcome().name())
                .increment();
        hearing.apply(finding);
        FaultPoint.pass("webhook-applied-before-commit");
        return finding.outcome();
    }

    private boolean store(String provider, ProviderNews news, byte[] body, Outcome outcome) {
        return jdbc.sql("""
                insert ignore into webhook_event (provider, event_id, order_id, type, body, outcome)
                values (:provider, :event, :order, :type, :body, :outcome)
                """)
                        .param("provider", provider)
                        .param("event", news.eventId())
                        .param("order", news.orderId().toString())
                        .param("type", news.type())
                        .param("body", new String(body, UTF_8))
                        .param("outcome", outcome.name())
                        .update()
                == 1;
    }
}
