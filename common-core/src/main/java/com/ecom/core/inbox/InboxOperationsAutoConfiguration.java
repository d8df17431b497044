package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.deadletters.DeadLettersAutoConfiguration;
import com.ecom.core.envelope.Topics;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.OperatingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

/** Lets operators look into what a service has consumed, even one without subscriptions. */
@AutoConfiguration(
        after = {KafkaAutoConfiguration.class, OperatingAutoConfiguration.class, DeadLettersAutoConfiguration.class},
        before = InboxAutoConfiguration.class,
        // By name, because services without a database do not have it.
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(KafkaAdmin.class)
@ConditionalOnBean({Interventions.class, KafkaAdmin.class})
class InboxOperationsAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        HandledMessagesController handledMessagesController(JdbcClient jdbc) {
            return new HandledMessagesController(new HandledMessages(jdbc));
        }
    }

    @Bean
    ConsumerLag inboxProgress(
            @Value("${spring.application.name}") String service,
            ObjectProvider<Subscription> subscriptions,
            Topics topics,
            KafkaAdmin kafka,
            DeadLetters letters) {
        var topicOfGroup = subscriptions.stream()
                .collect(
                        Collectors.toMap(it -> Consumers.groupOf(service, it, topics), it -> topics.named(it.topic())));
        return new ConsumerLag(kafka, topicOfGroup, letters);
    }

    @Bean
    InboxController inboxController(ConsumerLag progress) {
        return new InboxController(progress);
    }

    @Bean
    ConsumerLagMetrics inboxProgressFigures(ConsumerLag progress, MeterRegistry meters) {
        return new ConsumerLagMetrics(progress, meters);
    }
}
