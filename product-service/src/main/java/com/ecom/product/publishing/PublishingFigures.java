package com.ecom.product.publishing;

import com.ecom.product.model.Announcements;
import com.ecom.product.model.Announcements.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the shop is yet to hear of, in the same numbers as those of an outbox table. */
@Component
class PublishingFigures {

    private final Announcements announcements;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, 0, null);

    PublishingFigures(Announcements announcements, Clock clock, MeterRegistry meters) {
        this.announcements = announcements;
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
        backlog = announcements.backlog();
    }

    private double oldestSeconds() {
        var oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
