package com.ecom.product.publishing;

import com.ecom.product.model.UnpublishedEvents;
import com.ecom.product.model.UnpublishedEvents.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Unpublished events, in the same metrics as those of an outbox table. */
@Component
class PublishingMetrics {

    private final UnpublishedEvents unpublishedEvents;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, 0, null);

    PublishingMetrics(UnpublishedEvents unpublishedEvents, Clock clock, MeterRegistry meters) {
        this.unpublishedEvents = unpublishedEvents;
        this.clock = clock;
        Gauge.builder("ecom.outbox.pending", () -> backlog.pending())
                .description("Events that are yet to be published")
                .register(meters);
        Gauge.builder("ecom.outbox.parked", () -> backlog.parked())
                .description("Events that the broker refused for good; they wait for an operator")
                .register(meters);
        Gauge.builder("ecom.outbox.oldest.age", this::oldestSeconds)
                .description("Age of the oldest event that is yet to be published and that no parked one holds up")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void measure() {
        backlog = unpublishedEvents.backlog();
    }

    private double oldestSeconds() {
        var oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
