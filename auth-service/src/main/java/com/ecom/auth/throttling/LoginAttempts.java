package com.ecom.auth.throttling;

import com.ecom.auth.secrets.Secret;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts attempts by scope. The first few are free; each further one makes the next wait, a second and then twice as
 * long each time, up to a quarter of an hour. An hour without any forgives all.
 */
@Repository
@RequiredArgsConstructor
public class LoginAttempts {

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    /**
     * Counts an attempt as failed, unless the scope has to wait: one statement, so that simultaneous ones cannot all
     * pass.
     *
     * @return how many seconds to wait, or 0 if it may go on
     */
    long begin(Scope scope) {
        // Locks a row that is there for changing it at once; a mere look first would let two wait for each other.
        jdbc.sql("insert into login_attempts (scope) values (:scope) on duplicate key update scope = scope")
                .param("scope", scope.hash())
                .update();
        var admitted = jdbc.sql("""
                update login_attempts
                set failures = if(last_at < now(3) - interval 1 hour, 1, failures + 1),
                    last_at = now(3),
                    blocked_until = now(3) + interval
                        if(failures < :free, 0, least(:longest, pow(2, least(failures - :free, 20)))) second
                where scope = :scope and blocked_until <= now(3)
                """)
                .param("scope", scope.hash())
                .param("free", scope.free())
                .param("longest", scope.longestWait().toSeconds())
                .update();
        return admitted == 1 ? 0 : secondsLeft(scope);
    }

    /** The attempt was none: it is as if it had not been made. */
    void undo(Scope scope) {
        jdbc.sql("""
                update login_attempts set failures = if(failures > 0, failures - 1, 0), blocked_until = now(3)
                where scope = :scope
                """).param("scope", scope.hash()).update();
    }

    /** The row stays, for others may be about to count on it. */
    void reset(Scope scope) {
        jdbc.sql("update login_attempts set failures = 0, blocked_until = now(3) where scope = :scope")
                .param("scope", scope.hash())
                .update();
    }

    public int deleteOld(int limit) {
        return jdbc.sql(
                        "delete from login_attempts where last_at < now(3) - interval 1 day order by last_at limit :limit")
                .param("limit", limit)
                .update();
    }

    private long secondsLeft(Scope scope) {
        return jdbc.sql("""
                select greatest(1, ceil(timestampdiff(microsecond, now(3), blocked_until) / 1000000))
                from login_attempts where scope = :scope
                """)
                .param("scope", scope.hash())
                .query(Long.class)
                .optional()
                .orElse(1L);
    }

    /**
     * Whatever is counted together.
     *
     * @param name says everything that it depends on, and is kept only as a hash
     * @param free how many attempts an hour cost no waiting
     * @param longestWait that it ever comes to
     */
    record Scope(String name, int free, Duration longestWait) {

        Scope(String name, int free) {
            this(name, free, LONGEST_WAIT);
        }

        String hash() {
            return Secret.hashOf(name);
        }
    }
}
