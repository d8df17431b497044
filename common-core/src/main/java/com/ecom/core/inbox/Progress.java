package com.ecom.core.inbox;

import static java.util.Objects.requireNonNull;

import com.ecom.core.inbox.DeadLetter.State;
import com.ecom.core.inbox.DeadLetters.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;

/** How far each consumer group of this service has come, by the broker's books. Asked often, so it stays connected. */
class Progress implements AutoCloseable {

    private static final int SECONDS = 5;

    private final KafkaAdmin kafka;
    private final Map<String, String> topicOfGroup;
    private final DeadLetters letters;
    private @Nullable Admin admin;

    Progress(KafkaAdmin kafka, Map<String, String> topicOfGroup, DeadLetters letters) {
        this.kafka = kafka;
        this.topicOfGroup = topicOfGroup;
        this.letters = letters;
    }

    List<GroupProgress> ofAllGroups() {
        if (topicOfGroup.isEmpty()) {
            return List.of();
        }
        var connected = connected();
        return topicOfGroup.entrySet().stream()
                .map(it -> of(it.getKey(), it.getValue(), connected))
                .toList();
    }

    private synchronized Admin connected() {
        if (admin == null) {
            admin = Admin.create(settings());
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }

    Set<String> groups() {
        return topicOfGroup.keySet();
    }

    /** With the client's own limits, closing it would wait a minute for a broker that is away. */
    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 1000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS * 1000);
        return settings;
    }

    private GroupProgress of(String group, String topic, Admin broker) {
        var described = requireNonNull(
                get(broker.describeTopics(Set.of(topic)).allTopicNames()).get(topic));
        var partitions = described.partitions().stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var ends = get(broker.listOffsets(partitions).all());
        var reached = get(broker.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var lag = ends.entrySet().stream()
                .mapToLong(it -> it.getValue().offset() - offsetOf(reached.get(it.getKey())))
                .sum();
        return new GroupProgress(group, topic, lag, letters.count(State.WAITING, new Choice(null, group, null, null)));
    }

    private static long offsetOf(@Nullable OffsetAndMetadata reached) {
        return reached == null ? 0 : reached.offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException("The broker does not tell", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    /**
     * @param lag messages that are yet to be heard
     * @param deadLetters messages that could not be handled, about which nobody has decided
     */
    record GroupProgress(String group, String topic, long lag, long deadLetters) {}
}
