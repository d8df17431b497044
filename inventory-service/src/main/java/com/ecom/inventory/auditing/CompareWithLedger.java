package com.ecom.inventory.auditing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the SKUs whose movements do not add up to what is available. Anything but none is a bug of ours. */
@Component
class CompareWithLedger {

    private final JdbcClient jdbc;

    private volatile long violations;

    CompareWithLedger(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("ecom.inventory.invariant.violations", () -> violations)
                .description("SKUs whose movements do not add up to what is available")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void compare() {
        violations = jdbc.sql("""
                select count(*)
                from (select sku, sum(available) as available from stock group by sku) s
                left join (select sku, sum(delta) as moved from stock_movement group by sku) m on m.sku = s.sku
                where s.available <> coalesce(m.moved, 0)
                """).query(Long.class).single();
    }
}
