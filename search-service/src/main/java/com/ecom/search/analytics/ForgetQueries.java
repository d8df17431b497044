package com.ecom.search.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was counted more than ninety days ago, little by little. */
@Component
@RequiredArgsConstructor
class ForgetQueries {

    private static final int DAYS = 90;
    private static final int AT_ONCE = 1_000;

    private final QueryStatistics statistics;
    private final Clock clock;

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        int forgotten;
        do {
            forgotten = statistics.forgetBefore(first, AT_ONCE);
        } while (forgotten == AT_ONCE);
    }
}
