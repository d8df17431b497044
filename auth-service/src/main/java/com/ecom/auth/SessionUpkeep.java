package com.ecom.auth;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions a week after their end, in small statements, so that nobody waits. */
@Component
class SessionUpkeep {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    SessionUpkeep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = jdbc.sql("""
                    delete from login_session where expires_at < now(3) - interval 7 day
                    order by expires_at limit :limit
                    """).param("limit", CHUNK).update();
        } while (forgotten == CHUNK);
    }
}
