package com.ecom.core.envelope;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.validation.annotation.Validated;

/**
 * How our topics are laid out on the broker.
 *
 * @param prefix put before every name, so that several shops (or test runs) share a broker without meeting
 * @param outgoingPrefix put before the names of topics that are written to, where somebody stands between them and those
 *     who read; absent everywhere else
 * @param partitions the unit of parallelism; keys keep their partition only while it stays the same
 * @param replicas 3 in production
 * @param retention how long messages stay; by up to half a day longer
 */
@Validated
@ConfigurationProperties("ecom.kafka")
public record Topics(
        @DefaultValue("") @NotNull String prefix,
        @Nullable String outgoingPrefix,
        @DefaultValue("12") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) int replicas,
        @DefaultValue("14d") Duration retention) {

    private static final Duration LONGEST_SEGMENT = Duration.ofHours(12);

    public String named(String topic) {
        return prefix + topic;
    }

    /** Where what is published goes. */
    public String outgoing(String topic) {
        return (outgoingPrefix == null ? prefix : outgoingPrefix) + topic;
    }

    /** Topics to be created where they are absent; what exists is left alone. */
    public NewTopics declare(Collection<String> topics) {
        return new NewTopics(topics.stream().map(this::describe).toArray(NewTopic[]::new));
    }

    private NewTopic describe(String topic) {
        return TopicBuilder.name(named(topic))
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))
                .config(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment().toMillis()))
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replicas - 1)))
                .build();
    }

    /** The broker deletes whole segments, when the last message of each is old enough: the first is never much older. */
    private Duration segment() {
        return retention.compareTo(LONGEST_SEGMENT) < 0 ? retention : LONGEST_SEGMENT;
    }
}
