package com.ecom.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.outbox.Delivery.Pass;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the relay itself decides; what it delivers is tried on a real broker elsewhere. */
class RelayTests {

    private static final Pass NOTHING_TO_SEND = new Pass(false, false, false, false, null);
    private static final Pass HELD_BY_ANOTHER = new Pass(false, true, false, false, null);
    private static final Pass REFUSED = new Pass(false, false, false, true, null);
    private static final Pass DELIVERED = new Pass(false, false, true, false, null);

    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private @Nullable Relay relay;

    @AfterEach
    void stop() {
        if (relay != null) {
            relay.stop();
        }
    }

    @Test
    void goesOnAfterAnError() {
        var delivering = start(
                () -> {
                    if (passes.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("a mistake");
                    }
                    return DELIVERED;
                },
                this::brokerIsThere);

        await().until(() -> delivering.deliveringFor().isPositive());
    }

    @Test
    void isNotDeliveringWhileItsBrokerCannotBeReachedAlthoughItHasNothingToSend() {
        try (var probe = new BrokerProbe(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            var delivering = start(this::nothingToSend, probe::failure);

            await().until(() -> passes.get() >= 2);
            assertThat(delivering.deliveringFor()).isZero();
            relay = null;
            delivering.stop();
        }
    }

    @Test
    void isDeliveringWithNothingToSendWhenItsBrokerAnswersAndAsksItSeldom() {
        var delivering = start(this::nothingToSend, this::brokerIsThere);

        await().until(() -> passes.get() > 20);
        assertThat(delivering.deliveringFor()).isPositive();
        assertThat(probes).hasValue(1);
    }

    @Test
    void asksNoBrokerThatTakesEvents() {
        var delivering = start(
                () -> {
                    passes.incrementAndGet();
                    return DELIVERED;
                },
                this::brokerIsThere);

        await().until(() -> passes.get() > 20);
        assertThat(delivering.deliveringFor()).isPositive();
        assertThat(probes).hasValue(0);
    }

    @Test
    void looksAgainSoonForWhatAnotherRelayHoldsAndForWhatTheBrokerRefused() {
        start(
                () -> switch (passes.incrementAndGet()) {
                    case 1, 2 -> HELD_BY_ANOTHER;
                    case 3 -> REFUSED;
                    default -> NOTHING_TO_SEND;
                },
                this::brokerIsThere,
                Duration.ofHours(1));

        await().until(() -> passes.get() == 4);
    }

    private Relay start(Supplier<Pass> delivery, Supplier<@Nullable Throwable> probe) {
        return start(delivery, probe, Duration.ofMillis(10));
    }

    private Relay start(Supplier<Pass> delivery, Supplier<@Nullable Throwable> probe, Duration pollInterval) {
        var started = new Relay(delivery, probe, new RelayWakeUp(), pollInterval);
        relay = started;
        started.start();
        return started;
    }

    private Pass nothingToSend() {
        passes.incrementAndGet();
        return NOTHING_TO_SEND;
    }

    private @Nullable Throwable brokerIsThere() {
        probes.incrementAndGet();
        return null;
    }
}
