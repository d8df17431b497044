package com.ecom.core.outbox;

import com.ecom.core.lifecycle.Purge;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the table small. */
class OutboxUpkeep {

    private static final int BUSY_SECONDS = 10;

    private final OutboxRows rows;
    private final OutboxProperties properties;

    OutboxUpkeep(OutboxRows rows, OutboxProperties properties) {
        this.rows = rows;
        this.properties = properties;
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
