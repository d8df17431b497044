package com.ecom.payment.persistence;

import com.ecom.payment.model.Turns;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row for each task, by the database's clock; one conditional statement decides. */
@Repository
class JdbcTurns implements Turns {

    /** A little less than asked for, so that whoever comes by the clock is not late for their own turn. */
    private static final double SHARE = 0.9;

    private final JdbcClient jdbc;

    JdbcTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String task, Duration every) {
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
