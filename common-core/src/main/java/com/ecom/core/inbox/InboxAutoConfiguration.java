package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.deadletters.StoreDeadLetters;
import com.ecom.core.envelope.Topics;
import com.ecom.core.envelope.TraceLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts a consumer for every {@link Subscription} bean. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        // By name, because services without a database have these nowhere.
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean({Subscription.class, KafkaProperties.class})
@EnableConfigurationProperties(InboxProperties.class)
class InboxAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions, InboxProperties properties) {
            var transaction = new TransactionTemplate(transactions);
            transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
            return new JdbcInbox(jdbc, transaction, properties.retention());
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Inbox withoutDatabase() {
        return new NoInbox();
    }

    @Bean
    NewTopics consumedTopics(
            List<Subscription> subscriptions, Topics topics, @Value("${spring.application.name}") String service) {
        return topics.declare(subscriptions.stream()
                .flatMap(it -> Stream.of(it.topic(), Consumers.deadLetterTopicOf(service, it)))
                .toList());
    }

    @Bean(defaultCandidate = false)
    DefaultKafkaProducerFactory<String, byte[]> deadLetterProducers(KafkaProperties kafka) {
        return new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(), new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    @ConditionalOnProperty(name = "ecom.inbox.enabled", matchIfMissing = true)
    Consumers subscriptions(
            @Value("${spring.application.name}") String service,
            List<Subscription> subscriptions,
            KafkaProperties kafka,
            @Qualifier("deadLetterProducers") DefaultKafkaProducerFactory<String, byte[]> deadLetters,
            Topics topics,
            InboxListenerFactory receptions,
            StoreDeadLetters storeDeadLetters) {
        var settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var factory =
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        return new Consumers(
                service,
                subscriptions,
                factory,
                new KafkaTemplate<>(deadLetters),
                topics,
                receptions,
                storeDeadLetters);
    }

    @Bean
    InboxListenerFactory receptions(Inbox inbox, JsonMapper json, TraceLink trace, MeterRegistry meters) {
        return new InboxListenerFactory(inbox, tolerant(json), trace, meters);
    }

    @Bean
    @ConditionalOnBean(Consumers.class)
    RedriveDeadLetters redrive(DeadLetters letters, Consumers consumers) {
        return new RedriveDeadLetters(letters, consumers);
    }

    /** Producers may add fields; only what a consumer names concerns it. */
    private static JsonMapper tolerant(JsonMapper json) {
        return json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
