package com.ecom.core.outbox;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.core.outbox.OutboxStore.Settlement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Delivers the outbox: at once when nudged, by looking from time to time, and with growing pauses while the broker is away. */
@Slf4j
class Relay implements SmartLifecycle, RelayHealth {

    private final Function<Boolean, Pass> delivery;
    private final Supplier<@Nullable Throwable> probe;
    private final RelayWakeUp wakeUp;
    private final Duration pollInterval;

    private final BrokerAvailability answers = new BrokerAvailability(System::nanoTime);
    private boolean failing;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /**
     * @param delivery one pass; told whether to look also for what nobody announced
     * @param probe asks the broker whether it is there, and tells why not if it is not
     * @param pollInterval how often to look
     */
    Relay(
            Function<Boolean, Pass> delivery,
            Supplier<@Nullable Throwable> probe,
            RelayWakeUp wakeUp,
            Duration pollInterval) {
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
        FaultPoint.pass("relay-stopping");
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
        var look = new NextLook(pollInterval, System::nanoTime);
        try {
            while (isRunning()) {
                var looking = look.isDue();
                var pass = tryPass(looking);
                if (pass == null) {
                    stopped.await(backOff.nextBackOff(), TimeUnit.MILLISECONDS);
                    look.atOnce();
                    continue;
                }
                backOff = backOff();
                look.after(pass, looking);
                // A millisecond more, because the wait counts whole ones and the look must be due then.
                if (!pass.more() && wakeUp.await(look.comesIn().plusMillis(1))) {
                    look.nudged();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return nothing if it failed */
    private @Nullable Pass tryPass(boolean looking) {
        try {
            var pass = delivery.apply(looking);
            var failure = failureAfter(pass.settled());
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
    private @Nullable Throwable failureAfter(Settlement settled) {
        var delivered = !settled.delivered().isEmpty();
        var isAsked = !delivered && answers.areMissed();
        var failure = settled.brokerFailure() == null && isAsked ? probe.get() : settled.brokerFailure();
        if (failure == null && (delivered || isAsked)) {
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

    private static BackOffExecution backOff() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(30_000);
        backOff.setJitter(250);
        return backOff.start();
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
