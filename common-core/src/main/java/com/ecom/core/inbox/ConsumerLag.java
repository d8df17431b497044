package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.deadletters.DeadLetters.Choice;
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
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;

/** How far each consumer group of this service has come, by the broker's books. Asked often, so it stays connected. */
class ConsumerLag implements AutoCloseable {

    private static final int SECONDS = 5;

    private final KafkaAdmin kafka;
    private final Map<String, String> topicOfGroup;
    private final DeadLetters letters;
    private @Nullable Admin admin;

    ConsumerLag(KafkaAdmin kafka, Map<String, String> topicOfGroup, DeadLetters letters) {
        this.kafka = kafka;
        this.topicOfGroup = topicOfGroup;
        this.letters = letters;
    }

    List<GroupProgress> ofAllGroups() {
        if (topicOfGroup.isEmpty()) {
            return List.of();
        }
        var broker = connected();
        // In this order: a message consumed between the two questions would else count as consumed before it was
        // published.
        var reached = reached(broker);
        var ends = ends(broker);
        return topicOfGroup.entrySet().stream()
                .map(it -> of(it.getKey(), it.getValue(), ends, reached.getOrDefault(it.getKey(), Map.of())))
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

    /** Where each partition of the consumed topics ends, in one request for all. */
    private Map<TopicPartition, Long> ends(Admin broker) {
        var described =
                get(broker.describeTopics(Set.copyOf(topicOfGroup.values())).allTopicNames());
        var partitions = described.values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return get(broker.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> reached(Admin broker) {
        var every = topicOfGroup.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
        return get(broker.listConsumerGroupOffsets(every).all());
    }

    private GroupProgress of(
            String group,
            String topic,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> reached) {
        var waiting = letters.count(State.WAITING, new Choice(null, group, null, null));
        return new GroupProgress(group, topic, lag(topic, ends, reached), waiting);
    }

    /** A topic that was made anew ends before what its consumers have reached: nothing of it waits for them. */
    static long lag(String topic, Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> reached) {
        return ends.entrySet().stream()
                .filter(it -> it.getKey().topic().equals(topic))
                .mapToLong(it -> Math.max(0, it.getValue() - offsetOf(reached.get(it.getKey()))))
                .sum();
    }

    private static long offsetOf(@Nullable OffsetAndMetadata reached) {
        return reached == null ? 0 : reached.offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException("The broker does not answer", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    /**
     * @param lag messages that are yet to be consumed
     * @param deadLetters messages that could not be handled, about which nobody has decided
     */
    record GroupProgress(String group, String topic, long lag, long deadLetters) {}
}
