package com.ecom.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.placing.WatchBacklog.Mark;
import com.ecom.order.placing.WatchBacklog.RecentMarks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Four looks a second have to be counted over five seconds, or nobody who is away would ever be noticed. */
class RecentMarksTests {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final Duration EVERY = Duration.ofMillis(257);

    private final RecentMarks marks = new RecentMarks();

    @Test
    void afterFiveSecondsTheyReachBackFiveSecondsAndHardlyMore() {
        for (int look = 0; look < 100; look++) {
            var now = START.plus(EVERY.multipliedBy(look));
            var back = marks.from(now).map(it -> Duration.between(it.at(), now)).orElse(Duration.ZERO);
            var most = EVERY.multipliedBy(look);
            assertThat(back)
                    .isGreaterThanOrEqualTo(most.compareTo(Duration.ofSeconds(5)) < 0 ? most : Duration.ofSeconds(5))
                    .isLessThan(Duration.ofSeconds(5).plus(EVERY));
            marks.add(new Mark(now, look));
        }
    }

    @Test
    void whoStartsAnewHasNone() {
        marks.add(new Mark(START, 1));
        marks.clear();

        assertThat(marks.from(START.plus(EVERY))).isEmpty();
    }
}
