package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetterTopic;
import com.ecom.core.deadletters.StoreDeadLetters;
import com.ecom.core.envelope.Topics;
import com.ecom.core.fault.FaultPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** One listener container per subscription, each in a consumer group of its own, so that none holds up another. */
class Consumers implements SmartLifecycle, HealthIndicator {

    private static final Duration PROGRESS_NOTED_EVERY = Duration.ofMillis(500);
    /** The last batch before a pause is noted that late. Waiting in shorter pieces is most of what an idle consumer costs. */
    private static final Duration POLL = Duration.ofSeconds(3);

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final Map<String, InboxListener> receptions = new LinkedHashMap<>();
    private final ConsumerFactory<String, byte[]> factory;

    Consumers(
            String service,
            List<Subscription> subscriptions,
            ConsumerFactory<String, byte[]> factory,
            KafkaOperations<String, byte[]> deadLetters,
            Topics topics,
            InboxListenerFactory receptions,
            StoreDeadLetters storeDeadLetters) {
        this.factory = factory;
        for (var it : subscriptions) {
            var group = groupOf(service, it, topics);
            var reception = receptions.of(it, group);
            this.receptions.put(group, reception);
            listen(group, reception, setAsideWhatNeverWorks(group, deadLetters), topics.named(it.topic()));
        }
        listen(
                topics.named(service + ".dead-letters"),
                storeDeadLetters,
                neverGivingUp(),
                this.receptions.keySet().stream()
                        .map(it -> it + DeadLetterTopic.SUFFIX)
                        .toArray(String[]::new));
    }

    private void listen(
            String group, BatchMessageListener<String, byte[]> listener, CommonErrorHandler onError, String... topics) {
        var properties = new ContainerProperties(topics);
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
        properties.setMissingTopicsFatal(false);
        // What was handled is not handled again after a crash, because its effects tell: so the broker need not note
        // each
        // batch, which would cost as much as fetching it.
        properties.setAckMode(AckMode.TIME);
        properties.setAckTime(PROGRESS_NOTED_EVERY.toMillis());
        properties.setPollTimeout(POLL.toMillis());
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setBeanName(group);
        container.setCommonErrorHandler(onError);
        containers.add(container);
    }

    /**
     * Handles a message that was set aside.
     *
     * @throws IllegalArgumentException if this service no longer has that consumer
     */
    void handleAgain(String group, ConsumerRecord<String, byte[]> record) {
        var reception = receptions.get(group);
        if (reception == null) {
            throw new IllegalArgumentException("There is no consumer " + group + " any more");
        }
        reception.handleAgain(record);
    }

    /** The name under which the group stores its progress and its claims. */
    static String groupOf(String service, Subscription subscription, Topics topics) {
        return topics.named(service + "." + subscription.topic());
    }

    static String deadLetterTopicOf(String service, Subscription subscription) {
        return service + "." + subscription.topic() + DeadLetterTopic.SUFFIX;
    }

    private static DefaultErrorHandler setAsideWhatNeverWorks(
            String group, KafkaOperations<String, byte[]> deadLetters) {
        var sender = DeadLetterTopic.sender(group, deadLetters);
        // A handler whose own back-off allows no second try never asks the function.
        var handler = new DefaultErrorHandler(
                (record, failure) -> {
                    sender.accept(record, null, failure);
                    FaultPoint.pass("dead-letter-sent-before-acknowledgement");
                },
                ConsumerBackOff.untilItIsBack());
        handler.setBackOffFunction((_, failure) -> ConsumerBackOff.with(failure));
        return keepingWhatItHas(handler);
    }

    private static DefaultErrorHandler neverGivingUp() {
        return keepingWhatItHas(new DefaultErrorHandler(ConsumerBackOff.untilItIsBack()));
    }

    /**
     * A batch that is tried again is not fetched again: a fetch for what comes next is under way by then, and the broker
     * answers it only when something comes or its time is over.
     */
    private static DefaultErrorHandler keepingWhatItHas(DefaultErrorHandler handler) {
        handler.setSeekAfterError(false);
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
