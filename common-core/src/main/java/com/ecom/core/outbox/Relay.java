package com.ecom.core.outbox;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.Delivery.Pass;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Delivers the outbox: at once when nudged, by polling otherwise, and with growing pauses while the broker is away. */
@Slf4j
class Relay implements SmartLifecycle, RelayHealth {

    /** How soon to look again for an event that sits in a bucket another relay is just working on; twice as long each time. */
    private static final long SHARED_MILLIS = 20;

    private static final Duration REFUSED = Duration.ofMillis(500);

    private final Supplier<Pass> delivery;
    private final Supplier<@Nullable Throwable> probe;
    private final RelayWakeUp wakeUp;
    private final Duration pollInterval;

    private final BrokerAvailability answers = new BrokerAvailability(System::nanoTime);
    private boolean failing;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /** @param probe asks the broker whether it is there, and tells why not if it is not */
    Relay(Supplier<Pass> delivery, Supplier<@Nullable Throwable> probe, RelayWakeUp wakeUp, Duration pollInterval) {
        this.delivery = delivery;
        this.probe = probe;
        this.wakeUp = wakeUp;
        this.pollInterval = pollInterval;
    }

    @Override
    public Duration deliveringFor() {
        return answers.comingFor();
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
        wakeUp.give();
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
        var backOff = backOff();
        var shared = sharing();
        try {
            while (isRunning()) {
                var pass = tryPass();
                if (pass == null) {
                    stopped.await(backOff.nextBackOff(), TimeUnit.MILLISECONDS);
                    continue;
                }
                backOff = backOff();
                var nudged = !pass.more() && wakeUp.await(untilTheNext(pass, shared));
                if (nudged || !pass.shared()) {
                    shared = sharing();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return nothing if it failed */
    private @Nullable Pass tryPass() {
        try {
            var pass = delivery.get();
            var failure = failureAfter(pass);
            if (failure == null) {
                failing = false;
                return pass;
            }
            pausing("The broker does not take events", failure);
        } catch (RuntimeException | Error e) {
            // An Error would end the thread and leave the relay looking alive.
            pausing("The outbox cannot be read", e);
        }
        return null;
    }

    /** A pass that delivered nothing says nothing about the broker, which is then asked from time to time. */
    private @Nullable Throwable failureAfter(Pass pass) {
        var isAsked = !pass.delivered() && answers.areMissed();
        var failure = pass.brokerFailure() == null && isAsked ? probe.get() : pass.brokerFailure();
        if (failure == null && (pass.delivered() || isAsked)) {
            answers.came();
        }
        return failure;
    }

    private void pausing(String why, Throwable failure) {
        if (!failing) {
            log.warn("{}; trying again until it works", why, failure);
        }
        failing = true;
        answers.failed();
    }

    /** What nobody announces was left behind by a crash, of this instance or another. */
    private Duration untilTheNext(Pass pass, BackOffExecution shared) {
        if (pass.shared()) {
            return Duration.ofMillis(shared.nextBackOff());
        }
        return pass.refused() ? REFUSED : jittered(pollInterval);
    }

    private BackOffExecution sharing() {
        var backOff = new ExponentialBackOff(SHARED_MILLIS, 2);
        backOff.setMaxInterval(pollInterval.toMillis());
        return backOff.start();
    }

    private static BackOffExecution backOff() {
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
