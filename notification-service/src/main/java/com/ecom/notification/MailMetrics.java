package com.ecom.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gauges for alerts: the age of the oldest unsent mail, and the number of mails given up. */
@Component
class MailMetrics {

    private final JdbcClient jdbc;
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();

    MailMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        TimeGauge.builder("ecom.notification.unsent.oldest", oldest, TimeUnit.SECONDS, AtomicLong::get)
                .description("Age of the oldest mail that is yet to be sent")
                .register(meters);
        Gauge.builder("ecom.notification.dead", dead, AtomicLong::get)
                .description("Mails that are not tried any more; they wait for an operator")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT15S")
    void measure() {
        oldest.set(jdbc.sql("""
                select timestampdiff(second, created_at, now(3)) from notification
                where status = 'PENDING' order by id limit 1
                """).query(Long.class).optional().orElse(0L));
        dead.set(jdbc.sql("select count(*) from notification where status = 'DEAD_LETTER'")
                .query(Long.class)
                .single());
    }
}
