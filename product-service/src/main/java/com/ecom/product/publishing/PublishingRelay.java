package com.ecom.product.publishing;

import com.ecom.product.model.ProductsChanged;
import com.ecom.product.model.UnpublishedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Publishes local changes at once, by the products' ids, and polls for events that another instance left
 * unpublished. While the broker is down it retries with back-off; nothing is lost, for nothing is deleted
 * before the broker has it.
 */
@Slf4j
class PublishingRelay implements SmartLifecycle {

    private static final int MOST_IDS = 20_000;
    private static final Duration SOON = Duration.ofMillis(500);

    private final UnpublishedEvents unpublishedEvents;
    private final Publisher publisher;
    private final PublishingSettings settings;
    private final Clock clock;
    private final LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>(MOST_IDS);

    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean brokerIsThere = true;
    private volatile Instant lookOftenUntil = Instant.EPOCH;
    private volatile Instant nextLook = Instant.EPOCH;
    private @Nullable Thread thread;

    PublishingRelay(
            UnpublishedEvents unpublishedEvents, Publisher publisher, PublishingSettings settings, Clock clock) {
        this.unpublishedEvents = unpublishedEvents;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** What does not fit is found by looking. */
    @EventListener
    void on(ProductsChanged event) {
        for (var id : event.ids()) {
            if (!changed.offer(id)) {
                pollOften();
            }
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("publishing-relay").daemon().start(this::work);
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (thread != null) {
            joinQuietly(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        var backOff = backOff();
        try {
            while (isRunning()) {
                if (pass()) {
                    backOff = backOff();
                } else {
                    stopped.await(backOff.nextBackOff(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pass() throws InterruptedException {
        try {
            var ids = nextIds();
            var failure = ids.isEmpty() ? null : publisher.publish(unpublishedEvents.of(ids));
            if (failure == null && !clock.instant().isBefore(nextLook)) {
                failure = publishOverdue();
            }
            note(failure);
            return failure == null;
        } catch (RuntimeException | Error e) {
            // An Error would end the thread and leave the relay looking alive.
            note(e);
            return false;
        }
    }

    private List<String> nextIds() throws InterruptedException {
        var ids = new ArrayList<String>();
        var first = changed.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            ids.add(first);
            changed.drainTo(ids, settings.batchSize() - 1);
        }
        return ids.stream().distinct().toList();
    }

    private @Nullable Throwable publishOverdue() {
        var now = clock.instant();
        var found = unpublishedEvents.overdue(now.minus(settings.grace()), settings.batchSize());
        if (found.isEmpty()) {
            nextLook = now.plus(now.isBefore(lookOftenUntil) ? SOON : jittered(settings.pollInterval()));
        }
        return publisher.publish(found);
    }

    /** Until events whose ids were lost have certainly become overdue. */
    private void pollOften() {
        lookOftenUntil = clock.instant().plus(settings.grace().multipliedBy(2));
        nextLook = Instant.EPOCH;
    }

    private void note(@Nullable Throwable failure) {
        if (failure != null) {
            pollOften();
            if (brokerIsThere) {
                log.warn("Products cannot be published; trying again until it works", failure);
            }
        }
        brokerIsThere = failure == null;
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
