package com.ecom.product.publishing;

import com.ecom.core.envelope.Topics;
import com.ecom.product.model.ProductEvent;
import com.ecom.product.model.UnpublishedEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;

/** The one place of this service that sends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingConfiguration {

    @Bean
    NewTopics ownTopics(Topics topics) {
        return topics.declare(List.of(ProductEvent.TOPIC));
    }

    @Bean(defaultCandidate = false)
    DefaultKafkaProducerFactory<String, byte[]> publishingProducers(
            KafkaProperties kafka, PublishingSettings settings) {
        var properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                settings.deliveryTimeout().toMillis());
        return new DefaultKafkaProducerFactory<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    PublishingRelay publishingRelay(
            UnpublishedEvents unpublishedEvents,
            @Qualifier("publishingProducers") DefaultKafkaProducerFactory<String, byte[]> producers,
            Topics topics,
            PublishingSettings settings,
            Clock clock,
            MeterRegistry meters,
            @Value("${spring.application.name}") String source) {
        var publisher = new Publisher(
                unpublishedEvents,
                new KafkaTemplate<>(producers),
                topics.named(ProductEvent.TOPIC),
                source,
                settings,
                meters);
        return new PublishingRelay(unpublishedEvents, publisher, settings, clock);
    }
}
