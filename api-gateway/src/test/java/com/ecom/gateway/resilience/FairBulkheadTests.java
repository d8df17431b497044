package com.ecom.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FairBulkheadTests {

    private static final FairnessKey ONE = new FairnessKey("net-1", "ada");
    private static final FairnessKey OTHER = new FairnessKey("net-2", "grace");

    private final Bulkhead all = Bulkhead.of(
            "any",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(4)
                    .maxWaitDuration(Duration.ZERO)
                    .build());
    private final FairBulkhead bulkhead = new FairBulkhead(all, 3);

    @Test
    void oneNetworkNeverTakesTheRoomOfAll() {
        for (int call = 0; call < 3; call++) {
            assertThat(bulkhead.tryAcquire(ONE)).isTrue();
        }
        for (int call = 0; call < 100; call++) {
            assertThat(bulkhead.tryAcquire(ONE)).isFalse();
        }
        assertThat(bulkhead.tryAcquire(OTHER)).isTrue();
        assertThat(bulkhead.tryAcquire(new FairnessKey("net-3", "mary"))).isFalse();
    }

    @Test
    void whoeverLeavesMakesRoomForTheNext() {
        for (int call = 0; call < 100; call++) {
            assertThat(bulkhead.tryAcquire(ONE)).isTrue();
            bulkhead.release(ONE);
        }
        assertThat(all.getMetrics().getAvailableConcurrentCalls()).isEqualTo(4);
    }

    @Test
    void anInterruptedThreadIsNoReasonToRefuse() {
        Thread.currentThread().interrupt();

        assertThat(bulkhead.tryAcquire(ONE)).isTrue();
        assertThat(Thread.interrupted())
                .as("still interrupted, for whoever it concerns")
                .isTrue();
    }
}
