package com.ecom.core.inbox;

import com.ecom.core.envelope.Topics;
import com.ecom.core.envelope.TraceLink;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** One listener container per subscription, each in a consumer group of its own, so that none holds up another. */
class Consumers implements SmartLifecycle, HealthIndicator {

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    Consumers(
            String service,
            List<Subscription> subscriptions,
            ConsumerFactory<String, byte[]> factory,
            KafkaOperations<String, byte[]> deadLetters,
            Topics topics,
            Inbox inbox,
            JsonMapper json,
            TraceLink trace) {
        containers = subscriptions.stream()
                .map(it -> {
                    var group = groupOf(service, it, topics);
                    var properties = new ContainerProperties(topics.named(it.topic()));
                    properties.setGroupId(group);
                    properties.setMessageListener(new Reception(group, it, inbox, json, trace));
                    properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
                    properties.setMissingTopicsFatal(false);
                    var container = new ConcurrentMessageListenerContainer<>(factory, properties);
                    container.setBeanName(it.topic());
                    container.setCommonErrorHandler(setAsideWhatNeverWorks(group, deadLetters));
                    return container;
                })
                .toList();
    }

    /** The name under which the group stores its progress and its claims. */
    static String groupOf(String service, Subscription subscription, Topics topics) {
        return topics.named(service + "." + subscription.topic());
    }

    static String deadLetterTopicOf(String service, Subscription subscription) {
        return service + "." + subscription.topic() + "-dlt";
    }

    private static DefaultErrorHandler setAsideWhatNeverWorks(
            String group, KafkaOperations<String, byte[]> deadLetters) {
        var recoverer =
                new DeadLetterPublishingRecoverer(deadLetters, (_, _) -> new TopicPartition(group + "-dlt", -1));
        recoverer.setFailIfSendResultIsError(true);
        recoverer.setWaitForSendResultTimeout(Duration.ofSeconds(10));
        var handler = new DefaultErrorHandler(recoverer, new FixedBackOff(0, 0));
        handler.setBackOffFunction((_, failure) -> Patience.with(failure));
        return handler;
    }

    @Override
    public void start() {
        containers.forEach(AbstractMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.parallelStream().forEach(AbstractMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(AbstractMessageListenerContainer::isRunning);
    }

    /** A service whose consumer has died is not ready, however alive it looks otherwise. */
    @Override
    public Health health() {
        var stopped = containers.stream()
                .filter(it -> !it.isRunning() || !it.isInExpectedState())
                .map(ConcurrentMessageListenerContainer::getBeanName)
                .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stopped).build();
    }
}
