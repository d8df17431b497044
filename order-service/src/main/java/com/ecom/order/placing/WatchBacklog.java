package com.ecom.order.placing;

import com.ecom.order.model.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at how many orders wait, in all instances, and at how many a service answered in the last seconds; only while
 * somebody orders. Orders older than a minute are not counted: they are stuck, and nobody waits behind them.
 */
@Component
@RequiredArgsConstructor
class WatchBacklog {

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Backlog backlog;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecentMarks marks = new RecentMarks();
    private long enteredBefore;
    private Instant lastEntered = Instant.MIN;

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
            backlog.looked(backlog.mark(), 0, 0, Duration.ZERO);
        }
    }

    private void lookAt(Instant now) {
        var mark = backlog.mark();
        var from = marks.from(now).orElse(new Mark(now, Long.MAX_VALUE));
        var seen = jdbc.sql("""
                select (select count(*) from orders
                        where state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'CONFIRMING', 'CAPTURING') and id >= :young) as waiting,
                       (select count(distinct order_id) from order_history
                        where id > :from and state in ('CONFIRMED', 'AWAITING_CUSTOMER', 'CANCELLING', 'CANCELLED')
                          and cause_id is not null and fact not in ('Refunded', 'RefundFailed')) as answered,
                       (select coalesce(max(id), 0) from order_history) as latest
                """)
                .param("young", idsFrom(now.minus(YOUNG)))
                .param("from", from.latest())
                .query(Seen.class)
                .single();
        backlog.looked(mark, seen.waiting(), seen.answered(), Duration.between(from.at(), now));
        marks.add(new Mark(now, seen.latest()));
    }

    /** Orders' ids begin with the time at which they were made (UUIDv7). */
    private static String idsFrom(Instant time) {
        return "%012x".formatted(time.toEpochMilli()).replaceFirst("^(.{8})", "$1-");
    }

    private record Seen(long waiting, long answered, long latest) {}

    record Mark(Instant at, long latest) {}

    /** How far the history had come at the last looks: of the last five seconds, and the last one before them. */
    static final class RecentMarks {

        private static final Duration LATELY = Duration.ofSeconds(5);

        private final Deque<Mark> all = new ArrayDeque<>();

        /** The one to count from, which is five seconds old as soon as there is one that old. */
        Optional<Mark> from(Instant now) {
            var enough = now.minus(LATELY);
            while (all.stream().skip(1).limit(1).anyMatch(second -> !second.at().isAfter(enough))) {
                all.removeFirst();
            }
            return Optional.ofNullable(all.peekFirst());
        }

        void add(Mark mark) {
            all.addLast(mark);
        }

        void clear() {
            all.clear();
        }
    }
}
