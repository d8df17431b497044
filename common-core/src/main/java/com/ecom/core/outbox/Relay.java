package com.ecom.core.outbox;

import com.ecom.core.fault.FaultPoint;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Delivers the outbox: at once when nudged, by polling otherwise, and with growing patience while the broker is away. */
class Relay implements SmartLifecycle, RelayHealth {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    /** How soon to look again for an event that sits in a bucket another relay is just working on. */
    private static final Duration SHARED = Duration.ofMillis(20);

    private final Delivery delivery;
    private final Nudge nudge;
    private final Duration pollInterval;

    /** On the monotonic clock; nothing while deliveries fail. */
    private volatile @Nullable Long deliveringSince = System.nanoTime();

    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    Relay(Delivery delivery, Nudge nudge, Duration pollInterval) {
        this.delivery = delivery;
        this.nudge = nudge;
        this.pollInterval = pollInterval;
    }

    @Override
    public Duration deliveringFor() {
        var since = deliveringSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::work);
    }

    @Override
    public void stop() {
        stopped.countDown();
        FaultPoint.pass("relay-told-to-stop");
        nudge.give();
        if (thread != null) {
            joinQuietly(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** After the listeners have stopped, so that what their last effects published still goes out. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        var patience = patience();
        var nudged = false;
        try {
            while (isRunning()) {
                var pass = tryPass();
                if (pass == null || pass.brokerFailure() != null) {
                    stopped.await(patience.nextBackOff(), TimeUnit.MILLISECONDS);
                    continue;
                }
                patience = patience();
                if (!pass.more()) {
                    nudged = nudge.await(nudged && pass.shared() ? SHARED : jittered(pollInterval));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Delivery.@Nullable Pass tryPass() {
        try {
            var pass = delivery.run();
            if (pass.brokerFailure() != null) {
                pausing("The broker does not take events", pass.brokerFailure());
            } else if (deliveringSince == null) {
                deliveringSince = System.nanoTime();
            }
            return pass;
        } catch (RuntimeException e) {
            pausing("The outbox cannot be read", e);
            return null;
        }
    }

    private void pausing(String why, Throwable failure) {
        if (deliveringSince != null) {
            log.warn("{}; trying again until it works", why, failure);
        }
        deliveringSince = null;
    }

    private static BackOffExecution patience() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(30_000);
        backOff.setJitter(250);
        return backOff.start();
    }

    private static Duration jittered(Duration interval) {
        return Duration.ofMillis(
                (long) (interval.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
