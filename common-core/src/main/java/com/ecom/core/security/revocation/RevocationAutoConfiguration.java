package com.ecom.core.security.revocation;

import com.ecom.core.envelope.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that has a broker the memory of what was revoked, which its token check consults. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = "com.ecom.core.envelope.EnvelopeAutoConfiguration",
        beforeName = "com.ecom.core.security.SecureByDefault")
@ConditionalOnClass({KafkaConsumer.class, KafkaTemplate.class})
@ConditionalOnBean({KafkaProperties.class, Topics.class})
@ConditionalOnProperty(name = "ecom.revocations.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RevocationProperties.class)
class RevocationAutoConfiguration {

    @Bean
    RevokedTokens revokedTokens(RevocationProperties properties, Clock clock, MeterRegistry meters) {
        var revoked = new RevokedTokens(properties.longestTokenLife(), clock);
        Gauge.builder("ecom.revocations.remembered", revoked, RevokedTokens::size)
                .description("Revocations in memory")
                .register(meters);
        return revoked;
    }

    @Bean
    NewTopics revocationTopic(Topics topics) {
        return topics.declare(List.of(RevocationFeed.TOPIC));
    }

    @Bean
    RevocationFeed revocations(
            KafkaProperties kafka,
            Topics topics,
            RevocationProperties properties,
            RevokedTokens revoked,
            JsonMapper json,
            Clock clock) {
        var settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new RevocationFeed(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                topics.named(RevocationFeed.TOPIC),
                properties.longestTokenLife(),
                revoked,
                json.rebuild()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build(),
                clock);
    }
}
