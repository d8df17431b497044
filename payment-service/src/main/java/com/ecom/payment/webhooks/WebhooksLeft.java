package com.ecom.payment.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many webhooks have had no effect yet, and why, in figures. */
@Component
class WebhooksLeft {

    private final JdbcClient jdbc;
    private final Map<Outcome, AtomicLong> left = new EnumMap<>(Map.of(
            Outcome.RECEIVED, new AtomicLong(), Outcome.ORPHAN, new AtomicLong(), Outcome.FAILED, new AtomicLong()));

    WebhooksLeft(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        show("waiting", Outcome.RECEIVED, "Webhooks that are stored and not applied yet", meters);
        show("orphans", Outcome.ORPHAN, "Webhooks about payments that nobody here knows", meters);
        show("failed", Outcome.FAILED, "Webhooks that could not be applied in all their attempts", meters);
    }

    private void show(String name, Outcome outcome, String description, MeterRegistry meters) {
        Gauge.builder(
                        "ecom.payment.webhook." + name,
                        left,
                        it -> it.getOrDefault(outcome, new AtomicLong()).get())
                .description(description)
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${ecom.payment.reconcile-interval:PT60S}")
    void count() {
        left.forEach(
                (outcome, number) -> number.set(jdbc.sql("select count(*) from webhook_event where outcome = :outcome")
                        .param("outcome", outcome.name())
                        .query(Long.class)
                        .single()));
    }
}
