package com.ecom.core.idempotency;

import com.ecom.core.lifecycle.Purge;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Nobody repeats a request after a week. */
class PurgeIdempotencyKeys {

    private final JdbcClient jdbc;
    private final Duration retention;

    PurgeIdempotencyKeys(JdbcClient jdbc, Duration retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT20M}")
    void purge() {
        Purge.inChunks(limit -> jdbc.sql("""
                delete from idempotency_key where created_at < now(3) - interval :seconds second
                order by created_at limit :limit
                """)
                .param("seconds", retention.toSeconds())
                .param("limit", limit)
                .update());
    }
}
