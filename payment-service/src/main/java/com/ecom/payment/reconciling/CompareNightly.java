package com.ecom.payment.reconciling;

import com.ecom.core.jdbc.Turns;
import com.ecom.payment.model.Outages;
import com.ecom.payment.model.ProviderFailure;
import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares both books over the last three days, so that what nobody waits for is found, too: one instance, once a night. */
@Component
@RequiredArgsConstructor
@Slf4j
class CompareNightly {

    private static final Duration BACK = Duration.ofDays(3);

    private final FullPass fullPass;
    private final Passes passes;
    private final Outages outages;
    private final Turns turns;
    private final Clock clock;

    @Scheduled(cron = "${ecom.payment.compare-books-at:0 30 3 * * *}")
    void run() {
        if (outages.isOn() || !turns.take("both-books", Duration.ofHours(12))) {
            return;
        }
        var now = clock.instant();
        try {
            var found = fullPass.run(now.minus(BACK), now);
            passes.healAll(null, found);
            log.info(
                    "Both books were compared: {} payments, {} differences",
                    found.compared(),
                    found.differences().size());
        } catch (ProviderFailure e) {
            log.warn("Both books cannot be compared tonight: {}", e.toString());
        }
    }
}
