package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.service.AccessPolicy.Role;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** No connection to be had, as when the database is away; and a peak, at which there are too few for a moment. */
@ServiceTest
class DatabaseAwayIT {

    private static final Duration SOON_ENOUGH = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    @Autowired
    Shop shop;

    @Autowired
    HikariDataSource connections;

    @Test
    void whoeverNeedsTheDatabaseHearsWithinASecondThatItIsAway() throws Exception {
        var all = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
                all.add(connections.getConnection());
            }
            look();
            var begin = System.nanoTime();
            var answer = look();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON_ENOUGH);
            var problem = JsonMapper.shared()
                    .readTree(answer.expectStatus()
                            .isEqualTo(503)
                            .returnResult(byte[].class)
                            .getResponseBodyContent());
            assertThat(problem.path("code").asString()).isNotEmpty();
        } finally {
            for (var it : all) {
                it.close();
            }
        }
        look().expectStatus().isOk();
    }

    /** As many at once as the gateway lets to one service, each with its connection for 10 ms, longer than placing an order takes. */
    @Test
    void atAPeakEverybodyGetsAConnectionInTime() throws Exception {
        Callable<Boolean> errand = () -> {
            try (var connection = connections.getConnection();
                    var work = connection.createStatement()) {
                return work.execute("select sleep(0.01)");
            } catch (SQLException e) {
                return false;
            }
        };
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = everybody.invokeAll(
                    Stream.generate(() -> errand).limit(AT_ONCE).toList());
            assertThat(all).allMatch(Future::resultNow);
        }
    }

    private ResponseSpec look() {
        return shop.as(TestIssuer.bearer(Role.OPERATOR)).get().uri("/ops/audit").exchange();
    }
}
