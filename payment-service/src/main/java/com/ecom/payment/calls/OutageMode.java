package com.ecom.payment.calls;

import com.ecom.core.jdbc.Utc;
import com.ecom.payment.model.Outages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Kept in the database, so that every instance obeys and a restart forgets nothing; ends by itself, by the database's clock.
 * Whoever makes calls looks here from memory.
 */
@Repository
class OutageMode implements Outages {

    private final JdbcClient jdbc;
    private final AtomicInteger on = new AtomicInteger();

    OutageMode(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("ecom.payment.provider.outage-mode", on, AtomicInteger::get)
                .description("1 while nobody asks the provider anything, because somebody has said so")
                .register(meters);
    }

    @Override
    public boolean isOn() {
        return on.get() == 1;
    }

    /** Notices what has changed. When an outage has ended, what waited for that is due at once. */
    void look() {
        var now = current().isPresent() ? 1 : 0;
        if (on.getAndSet(now) > now) {
            jdbc.sql("update provider_call set next_attempt_at = now(3) where not done and next_attempt_at > now(3)")
                    .update();
        }
    }

    Optional<Notice> current() {
        return jdbc.sql("select since_at, until_at, actor, reason from provider_outage where until_at > now(3)")
                .query((row, _) -> new Notice(
                        Utc.instant(row, "since_at"),
                        Utc.instant(row, "until_at"),
                        UUID.fromString(row.getString("actor")),
                        row.getString("reason")))
                .optional();
    }

    /** From now on, or for so much longer; returns how many calls wait for its end already. */
    long begin(int minutes, UUID actor, String reason) {
        jdbc.sql("""
                insert into provider_outage (until_at, actor, reason)
                values (now(3) + interval :minutes minute, :actor, :reason)
                on duplicate key update since_at = if(until_at > now(3), since_at, now(3)), until_at = values(until_at),
                    actor = values(actor), reason = values(reason)
                """)
                .param("minutes", minutes)
                .param("actor", actor.toString())
                .param("reason", reason)
                .update();
        return waitingCalls();
    }

    /** Returns how many calls were waiting for that. */
    long end() {
        jdbc.sql("update provider_outage set until_at = now(3) where until_at > now(3)")
                .update();
        return waitingCalls();
    }

    private long waitingCalls() {
        return jdbc.sql("select count(*) from provider_call where not done")
                .query(Long.class)
                .single();
    }

    record Notice(Instant since, Instant until, UUID actor, String reason) {}
}
