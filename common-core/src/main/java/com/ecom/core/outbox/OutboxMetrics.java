package com.ecom.core.outbox;

import com.ecom.core.outbox.OutboxStore.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps an eye on the backlog. */
class OutboxMetrics {

    private final OutboxStore store;
    private volatile Backlog backlog = new Backlog(0, 0, 0);

    OutboxMetrics(OutboxStore store, MeterRegistry meters) {
        this.store = store;
        Gauge.builder("ecom.outbox.pending", () -> backlog.pending())
                .description("Events that are yet to be published")
                .register(meters);
        Gauge.builder("ecom.outbox.parked", () -> backlog.parked())
                .description("Events that the broker refused for good; they wait for an operator")
                .register(meters);
        Gauge.builder("ecom.outbox.oldest.age", () -> backlog.oldestSeconds())
                .description("Age of the oldest event that is yet to be published and that no parked one holds up")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void measure() {
        backlog = store.backlog();
    }
}
