package com.ecom.core.jdbc;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who of all instances does what is done once for all of them: a row for each task in the service's own table {@code turn},
 * by the database's clock; one conditional statement decides.
 */
public final class Turns {

    /** A little less than asked for, so that whoever comes by the clock is not late for their own turn. */
    private static final double SHARE = 0.9;

    private final JdbcClient jdbc;

    public Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether it is the caller's turn. Nobody else's comes before that time is over, even if the caller dies meanwhile.
     *
     * @param task by its name; the same one everywhere
     */
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
