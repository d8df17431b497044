package com.ecom.order.placing;

import com.ecom.order.model.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at how many orders wait, in all instances, and at how many were answered in the last seconds; only while somebody
 * orders. Orders that have waited for long are not counted: they are stuck, and nobody waits behind them.
 */
@Component
class WatchBacklog {

    private static final Duration YOUNG = Duration.ofSeconds(10);
    private static final Duration LATELY = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Backlog backlog;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long enteredBefore;
    private Instant lastEntered = Instant.MIN;

    WatchBacklog(Backlog backlog, JdbcClient jdbc, Clock clock) {
        this.backlog = backlog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    void look() {
        var now = clock.instant();
        var entered = backlog.entered();
        if (entered != enteredBefore) {
            enteredBefore = entered;
            lastEntered = now;
        }
        if (lastEntered.plus(QUIET).isAfter(now)) {
            lookAt(now);
        } else {
            marks.clear();
        }
    }

    private void lookAt(Instant now) {
        var mark = backlog.mark();
        while (marks.size() > 1 && marks.getFirst().at().plus(LATELY).isBefore(now)) {
            marks.removeFirst();
        }
        var from = marks.isEmpty() ? new Mark(now, Long.MAX_VALUE) : marks.getFirst();
        var seen = jdbc.sql("""
                select (select count(*) from orders
                        where state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'CONFIRMING', 'CAPTURING') and id >= :young) as waiting,
                       (select count(distinct order_id) from order_history
                        where id > :from and state in ('CONFIRMED', 'AWAITING_CUSTOMER', 'CANCELLING', 'CANCELLED')) as answered,
                       (select coalesce(max(id), 0) from order_history) as latest
                """)
                .param("young", idsFrom(now.minus(YOUNG)))
                .param("from", from.latest())
                .query(Seen.class)
                .single();
        backlog.looked(mark, seen.waiting(), seen.answered(), Duration.between(from.at(), now));
        marks.addLast(new Mark(now, seen.latest()));
    }

    /** Orders' ids begin with the time at which they were made (UUIDv7). */
    private static String idsFrom(Instant time) {
        return "%012x".formatted(time.toEpochMilli()).replaceFirst("^(.{8})", "$1-");
    }

    private record Seen(long waiting, long answered, long latest) {}

    private record Mark(Instant at, long latest) {}
}
