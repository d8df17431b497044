package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** No connection to be had, as when the database is away. */
@ServiceTest
class DatabaseAwayIT {

    @Autowired
    Shop shop;

    @Autowired
    HikariDataSource connections;

    @Test
    void whoeverNeedsTheDatabaseHearsThatItIsAwayAndSoonGetsItAgain() throws Exception {
        var all = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
                all.add(connections.getConnection());
            }
            var problem = JsonMapper.shared()
                    .readTree(look().expectStatus()
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

    /** Making one takes longer on a busy machine than anybody may wait. */
    @Test
    void anIdleServiceHasConnectionsLeftForWhoeverAsksBesidesThoseItUsesItself() {
        await().untilAsserted(() -> {
            var pool = connections.getHikariPoolMXBean();
            assertThat(pool.getIdleConnections() + pool.getActiveConnections()).isGreaterThanOrEqualTo(5);
        });
    }

    private ResponseSpec look() {
        return shop.as(TestIssuer.bearer(Role.OPERATOR)).get().uri("/ops/audit").exchange();
    }
}
