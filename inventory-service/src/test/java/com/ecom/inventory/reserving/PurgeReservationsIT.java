package com.ecom.inventory.reserving;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PurgeReservationsIT {

    @Autowired
    PurgeReservations forget;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatCameToNothingLongAgoIsForgottenAndWhatWasSoldIsNot() {
        var old = reservation("RELEASED", 401);
        var young = reservation("RELEASED", 399);
        var sold = reservation("COMMITTED", 401);
        forget.run();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
        assertThat(isThere(sold)).isTrue();
    }

    private String reservation(String state, int daysAgo) {
        var at = Instant.now().minus(Duration.ofDays(daysAgo)).toEpochMilli();
        var order = new UUID(at << 16 | 0x7000, ThreadLocalRandom.current().nextLong()).toString();
        jdbc.sql("insert into reservation (order_id, state) values (:order, :state)")
                .param("order", order)
                .param("state", state)
                .update();
        jdbc.sql("insert into reservation_line (order_id, sku, quantity) values (:order, 'FORGOTTEN', 1)")
                .param("order", order)
                .update();
        return order;
    }

    private boolean isThere(String order) {
        var rows = jdbc.sql("""
                select (select count(*) from reservation where order_id = :order)
                     + (select count(*) from reservation_line where order_id = :order)
                """).param("order", order).query(Integer.class).single();
        assertThat(rows).isIn(0, 2);
        jdbc.sql("delete from reservation_line where order_id = :order")
                .param("order", order)
                .update();
        return rows == 2;
    }
}
