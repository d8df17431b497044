package com.ecom.core.outbox;

import com.ecom.core.envelope.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;

/** Delivers what a service keeps for the broker, wherever it keeps that. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        // By name, because services without a relational database do not have it.
        afterName = "com.ecom.core.outbox.OutboxAutoConfiguration")
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean({OutboxStore.class, KafkaProperties.class})
@EnableConfigurationProperties(OutboxProperties.class)
class RelayAutoConfiguration {

    @Bean
    RelayWakeUp relayWakeUp() {
        return new RelayWakeUp();
    }

    @Bean
    NewTopics ownTopics(OutboxProperties properties, Topics topics) {
        return topics.declare(properties.topics());
    }

    @Bean(defaultCandidate = false)
    DefaultKafkaProducerFactory<String, byte[]> relayProducers(KafkaProperties kafka, OutboxProperties properties) {
        var settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                properties.deliveryTimeout().toMillis());
        return new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean(defaultCandidate = false)
    BrokerProbe brokerProbe(KafkaProperties kafka) {
        return new BrokerProbe(kafka.buildAdminProperties());
    }

    @Bean(defaultCandidate = false)
    Sender relaySender(
            @Qualifier("relayProducers") DefaultKafkaProducerFactory<String, byte[]> producers,
            OutboxProperties properties,
            Topics topics,
            @Value("${spring.application.name}") String source) {
        var timeout = properties.deliveryTimeout().plusSeconds(5);
        return new Sender(new KafkaTemplate<>(producers), topics, source, timeout);
    }

    @Bean
    Relay outboxRelay(
            OutboxStore store,
            @Qualifier("relaySender") Sender sender,
            @Qualifier("brokerProbe") BrokerProbe probe,
            OutboxProperties properties,
            RelayWakeUp wakeUp,
            MeterRegistry meters) {
        var delivery = new Delivery(store, sender, properties, meters);
        return new Relay(delivery::run, probe::failure, wakeUp, properties.pollInterval());
    }

    @Bean
    OutboxMetrics outboxMetrics(OutboxStore store, MeterRegistry meters) {
        return new OutboxMetrics(store, meters);
    }
}
