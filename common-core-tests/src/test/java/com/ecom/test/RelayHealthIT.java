package com.ecom.test;

import static org.awaitility.Awaitility.await;

import com.ecom.core.outbox.RelayHealth;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadlines run as long as answers can come, and they can although nobody asks anything. */
@ServiceTest
class RelayHealthIT {

    @Autowired
    RelayHealth relay;

    @Test
    void aRelayWithNothingToSendDeliversAsLongAsItsBrokerAnswers() {
        var already = await().until(relay::deliveringFor, Duration::isPositive);
        var longerThanAnAnswerIsWorth = already.plusSeconds(17);

        await().failFast("it stopped", () -> relay.deliveringFor().isZero())
                .until(() -> relay.deliveringFor().compareTo(longerThanAnAnswerIsWorth) > 0);
    }
}
