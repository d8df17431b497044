package com.ecom.inventory.reserving;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes reservations that came to nothing long ago: after any message about their orders, and after anybody asks about
 * them. What is held or sold, and every movement, stays: together they explain the stock.
 */
@Component
class PurgeReservations {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration age;

    PurgeReservations(JdbcClient jdbc, Clock clock, @Value("${ecom.reservations.forget-after:400d}") Duration age) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.age = age;
    }

    @Scheduled(cron = "${ecom.reservations.forget-at:0 0 4 * * *}")
    void run() {
        for (var state : List.of("RELEASED", "EXPIRED", "REJECTED")) {
            while (forgetSome(state) == AT_ONCE) {}
        }
    }

    /** Orders' ids grow with time. */
    private int forgetSome(String state) {
        var before = new UUID(clock.instant().minus(age).toEpochMilli() << 16, 0).toString();
        var old = jdbc.sql("""
                select order_id from reservation
                where state = :state and expires_at is null and order_id < :before limit :limit
                """)
                .param("state", state)
                .param("before", before)
                .param("limit", AT_ONCE)
                .query(String.class)
                .list();
        if (!old.isEmpty()) {
            jdbc.sql("delete from reservation_line where order_id in (:orders)")
                    .param("orders", old)
                    .update();
            jdbc.sql("delete from reservation where order_id in (:orders) and state = :state")
                    .param("orders", old)
                    .param("state", state)
                    .update();
        }
        return old.size();
    }
}
