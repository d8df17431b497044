package com.ecom.inventory.auditing;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of all instances does what is done once for all of them, by the database's clock. */
@Repository
class Turns {

    /** A little less than asked for, so that whoever comes by the clock is not late for their own turn. */
    private static final double SHARE = 0.9;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else's turn comes before that time is over, even if the caller dies meanwhile. */
    boolean take(String task, Duration every) {
        jdbc.sql("insert ignore into turn (task, due_at) values (:task, now(3))")
                .param("task", task)
                .update();
        return jdbc.sql("""
                update turn set due_at = now(3) + interval :micros microsecond where task = :task and due_at <= now(3)
                """)
                        .param("micros", Math.round(every.toMillis() * 1_000 * SHARE))
                        .param("task", task)
                        .update()
                == 1;
    }
}
