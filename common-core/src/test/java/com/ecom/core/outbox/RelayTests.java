package com.ecom.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.core.outbox.OutboxStore.Refusal;
import com.ecom.core.outbox.OutboxStore.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the relay itself decides; what it delivers is tried on a real broker elsewhere. */
class RelayTests {

    private static final OutboxEvent EVENT = new OutboxEvent(
            UUID.randomUUID(),
            "things",
            "k",
            "thing.changed.v1",
            1,
            Instant.EPOCH,
            new OutboxEvent.Headers("c", null, null),
            "{}",
            0);
    private static final Pass NOTHING_TO_SEND = new Pass(Settlement.NOTHING, false, false);
    private static final Pass HELD_BY_ANOTHER = new Pass(Settlement.NOTHING, false, true);
    private static final Pass REFUSED =
            new Pass(new Settlement(List.of(), Map.of(EVENT, new Refusal(1, "no", false)), null), false, false);
    private static final Pass DELIVERED = delivered(false);

    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private final RelayWakeUp wakeUp = new RelayWakeUp();
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
                _ -> {
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
                _ -> {
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
                _ -> switch (passes.incrementAndGet()) {
                    case 1, 2 -> HELD_BY_ANOTHER;
                    case 3 -> REFUSED;
                    default -> NOTHING_TO_SEND;
                },
                this::brokerIsThere,
                Duration.ofHours(1));

        await().until(() -> passes.get() == 4);
    }

    @Test
    void looksForWhatNobodyAnnouncedAtFirstAndWhenItIsTimeAndNotAtEveryNudge() {
        var looks = new AtomicInteger();
        start(
                looking -> {
                    looks.addAndGet(looking ? 1 : 0);
                    return delivered(passes.incrementAndGet() < 20);
                },
                this::brokerIsThere,
                Duration.ofHours(1));

        await().until(() -> passes.get() == 20);
        assertThat(looks).hasValue(1);
        wakeUp.give();
        await().until(() -> passes.get() == 21);
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAgainAfterAFailure() {
        var looks = new AtomicInteger();
        start(
                looking -> {
                    looks.addAndGet(looking ? 1 : 0);
                    if (passes.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return NOTHING_TO_SEND;
                },
                this::brokerIsThere,
                Duration.ofHours(1));

        await().until(() -> looks.get() == 2);
    }

    private Relay start(Function<Boolean, Pass> delivery, Supplier<@Nullable Throwable> probe) {
        return start(delivery, probe, Duration.ofMillis(10));
    }

    private Relay start(Function<Boolean, Pass> delivery, Supplier<@Nullable Throwable> probe, Duration pollInterval) {
        var started = new Relay(delivery, probe, wakeUp, pollInterval);
        relay = started;
        started.start();
        return started;
    }

    private static Pass delivered(boolean more) {
        return new Pass(new Settlement(List.of(EVENT), Map.of(), null), more, false);
    }

    private Pass nothingToSend(boolean looking) {
        passes.incrementAndGet();
        return NOTHING_TO_SEND;
    }

    private @Nullable Throwable brokerIsThere() {
        probes.incrementAndGet();
        return null;
    }
}
