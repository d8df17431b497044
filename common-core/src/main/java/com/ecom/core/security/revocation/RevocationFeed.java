package com.ecom.core.security.revocation;

import static java.util.Objects.requireNonNull;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every revocation that still matters, in every instance, from its own start on: no group, no offsets. While the
 * broker is away it tries again for ever; the service is ready only after it has once read all that there was.
 */
@Slf4j
class RevocationFeed implements SmartLifecycle, HealthIndicator {

    static final String TOPIC = "auth.revocations";

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration NEW_PARTITIONS = Duration.ofMinutes(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final Duration lookBack;
    private final RevokedTokens revoked;
    private final JsonMapper json;
    private final Clock clock;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile boolean running;
    private volatile boolean caughtUp;

    RevocationFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            Duration lookBack,
            RevokedTokens revoked,
            JsonMapper json,
            Clock clock) {
        this.consumers = consumers;
        this.topic = topic;
        this.lookBack = lookBack;
        this.revoked = revoked;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("revocations").start(this::readForEver);
    }

    @Override
    public void stop() {
        running = false;
        var open = current;
        if (open != null) {
            open.wakeup();
        }
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** From before the first request until after the last, which may be some time after the end has begun. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        return caughtUp
                ? Health.up().build()
                : Health.down().withDetail("revocations", "not yet read").build();
    }

    private void readForEver() {
        while (running) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                log.debug("The feed of revocations is closed");
            } catch (KafkaException e) {
                log.warn("Revocations cannot be read now: {}", e.toString());
                pause();
            } catch (RuntimeException | Error e) {
                // It would end the thread and leave the service looking as if it still consumed revocations.
                log.error("Revocations cannot be read, which is a mistake of ours; trying again", e);
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var known = new HashSet<TopicPartition>();
        var goals = Map.<TopicPartition, Long>of();
        var lookedAt = Instant.MIN;
        while (running) {
            if (lookedAt.isBefore(clock.instant().minus(known.isEmpty() ? BETWEEN_TRIES : NEW_PARTITIONS))) {
                lookedAt = clock.instant();
                if (assignNewOnes(consumer, known)) {
                    goals = consumer.endOffsets(known);
                }
            }
            if (known.isEmpty()) {
                pause();
                continue;
            }
            if (!caughtUp && hasReached(consumer, goals)) {
                caughtUp = true;
                log.info("All {} revocations that still matter are known", revoked.size());
            }
            for (var record : consumer.poll(POLL)) {
                note(record);
            }
        }
    }

    /** New partitions are read from where the oldest token begins that could still be valid. */
    private boolean assignNewOnes(Consumer<String, byte[]> consumer, Set<TopicPartition> known) {
        var found = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .filter(it -> !known.contains(it))
                .toList();
        if (found.isEmpty()) {
            return false;
        }
        known.addAll(found);
        consumer.assign(known);
        seek(consumer, found);
        return true;
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        var since = clock.instant().minus(lookBack).toEpochMilli();
        // Where a partition ended before anything newer was looked for, so that what is written meanwhile is read.
        var ends = consumer.endOffsets(partitions);
        var offsets = consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(it -> it, _ -> since)));
        for (var partition : partitions) {
            var offset = offsets.get(partition);
            consumer.seek(partition, offset == null ? requireNonNull(ends.get(partition)) : offset.offset());
        }
    }

    private static boolean hasReached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> goals) {
        return goals.entrySet().stream().allMatch(it -> consumer.position(it.getKey()) >= it.getValue());
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        try {
            note(CloudEvents.from(record));
        } catch (RuntimeException e) {
            log.error("A revocation at {}-{} is not understood", record.partition(), record.offset(), e);
        }
    }

    private void note(Envelope message) {
        switch (message.type()) {
            case "auth.session-revoked.v1" -> {
                var it = json.readValue(message.data(), SessionRevoked.class);
                revoked.endSession(it.sessionId, it.revokedAt);
            }
            case "auth.account-revoked.v1" -> {
                var it = json.readValue(message.data(), AccountRevoked.class);
                revoked.endAllOf(it.accountId, it.version, it.notBefore);
            }
            case "auth.key-removed.v1" -> {
                var it = json.readValue(message.data(), KeyRemoved.class);
                revoked.removeKey(it.keyId, it.removedAt);
            }
            default -> log.error("A revocation of type {} is not understood", message.type());
        }
    }

    /** Not by an interrupt, at which the client would complain when it closes. */
    private void pause() {
        try {
            if (stopped.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("The feed of revocations need not wait any longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record SessionRevoked(UUID sessionId, Instant revokedAt) {}

    record AccountRevoked(UUID accountId, long version, Instant notBefore) {}

    record KeyRemoved(String keyId, Instant removedAt) {}
}
