package com.ecom.search.analytics;

import com.ecom.search.model.Completions;
import com.ecom.search.rules.RulesInForce;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What many look for and find: in memory, read anew every minute. While it cannot be, it stays. */
@Component
@RequiredArgsConstructor
@Slf4j
public class PopularQueries {

    private static final int KNOWN = 1_000;
    private static final int DAYS = 30;

    private final QueryStatistics statistics;
    private final RulesInForce rules;
    private final Clock clock;
    private volatile Completions known = Completions.NONE;

    /** @return at most so many that go on like this, the most popular first; without what a rule hides */
    public List<String> goingOnLike(String begun, int most) {
        return known.of(begun, most, it -> !rules.hides(it));
    }

    @Scheduled(fixedDelayString = "PT1M")
    void read() {
        try {
            known = Completions.of(statistics.answeredSince(today().minusDays(DAYS), KNOWN));
        } catch (UncheckedIOException e) {
            log.debug("Popular queries stay as they were read last", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
