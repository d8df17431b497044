package com.ecom.core.outbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shares of the outbox that relays divide among themselves. The lock on a bucket's row is the lease: a killed
 * relay loses it with its connection, so there is no clock and no heartbeat to get wrong.
 */
class OutboxPartitions {

    static final int COUNT = 32;

    private final JdbcClient jdbc;

    OutboxPartitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes every bucket that no other relay holds, until the end of the transaction. */
    List<Integer> takeFree() {
        return jdbc.sql("select bucket from outbox_bucket for update skip locked")
                .query(Integer.class)
                .list();
    }
}
