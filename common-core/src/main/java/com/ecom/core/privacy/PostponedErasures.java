package com.ecom.core.privacy;

import com.ecom.core.privacy.HandlePrivacyRequests.Requested;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever cannot be forgotten yet, to be tried again every hour. */
class PostponedErasures {

    private final JdbcClient jdbc;

    PostponedErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Requested it) {
        jdbc.sql("""
                insert ignore into postponed_erasure (request_id, subject, next_attempt_at)
                values (:request, :subject, now(3) + interval 1 hour)
                """)
                .param("request", it.requestId().toString())
                .param("subject", it.userId().toString())
                .update();
    }

    /** One that is due. Whoever took it has a minute before it is due again. */
    Optional<Requested> claim() {
        var due = jdbc.sql("""
                select request_id, subject from postponed_erasure
                where next_attempt_at <= now(3) order by next_attempt_at limit 1 for update skip locked
                """)
                .query((row, _) -> new Requested(
                        UUID.fromString(row.getString("request_id")), UUID.fromString(row.getString("subject"))))
                .optional();
        due.ifPresent(
                it -> jdbc.sql("""
                update postponed_erasure set next_attempt_at = now(3) + interval 1 minute where request_id = :request
                """).param("request", it.requestId().toString()).update());
        return due;
    }

    /** What is still going on is not over in a minute. */
    void putOff(Requested it) {
        jdbc.sql("update postponed_erasure set next_attempt_at = now(3) + interval 1 hour where request_id = :request")
                .param("request", it.requestId().toString())
                .update();
    }

    void remove(Requested it) {
        jdbc.sql("delete from postponed_erasure where request_id = :request")
                .param("request", it.requestId().toString())
                .update();
    }
}
