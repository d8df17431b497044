package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTests {

    private static final Party ONE = new Party("net-1", "ada");
    private static final Party OTHER = new Party("net-2", "grace");

    private final Bulkhead all = Bulkhead.of(
            "any",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(4)
                    .maxWaitDuration(Duration.ZERO)
                    .build());
    private final Room room = new Room(all, 3);

    @Test
    void oneNetworkNeverTakesTheRoomOfAll() {
        for (int call = 0; call < 3; call++) {
            assertThat(room.enter(ONE)).isTrue();
        }
        for (int call = 0; call < 100; call++) {
            assertThat(room.enter(ONE)).isFalse();
        }
        assertThat(room.enter(OTHER)).isTrue();
        assertThat(room.enter(new Party("net-3", "mary"))).isFalse();
    }

    @Test
    void whoeverLeavesMakesRoomForTheNext() {
        for (int call = 0; call < 100; call++) {
            assertThat(room.enter(ONE)).isTrue();
            room.leave(ONE);
        }
        assertThat(all.getMetrics().getAvailableConcurrentCalls()).isEqualTo(4);
    }
}
