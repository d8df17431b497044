package com.ecom.core.outbox;

import com.ecom.core.lifecycle.Purge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps an eye on the backlog and the table small. */
class OutboxUpkeep {

    private static final int BUSY_SECONDS = 10;

    private final OutboxRows rows;
    private final OutboxProperties properties;

    private volatile OutboxRows.Backlog backlog = new OutboxRows.Backlog(0, 0, 0);

    OutboxUpkeep(OutboxRows rows, OutboxProperties properties, MeterRegistry meters) {
        this.rows = rows;
        this.properties = properties;
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
        backlog = rows.backlog();
    }

    /** While new events wait for long, the database has better things to do. Parked events stay until somebody decides. */
    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT10M}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void forgetSent() {
        Purge.inChunks(
                limit -> rows.forgetSentBefore(properties.sentRetention(), limit),
                () -> rows.backlog().oldestSeconds() <= BUSY_SECONDS);
        Purge.inChunks(limit -> rows.forgetDiscardedBefore(properties.discardedRetention(), limit));
    }
}
