package com.ecom.core.deadletters;

import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.OperatingAutoConfiguration;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what could not be handled until an operator decides, even in a service that listens to nobody any more. */
@AutoConfiguration(
        after = {KafkaAutoConfiguration.class, OperatingAutoConfiguration.class},
        // By name, because services without a database do not have it.
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(KafkaAdmin.class)
@ConditionalOnBean({Interventions.class, KafkaAdmin.class})
public class DeadLettersAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        DeadLetters deadLetters(JdbcClient jdbc, JsonMapper json, Forgotten forgotten) {
            return new JdbcDeadLetters(jdbc, json, forgotten);
        }
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, Interventions interventions) {
        return new DeadLetterController(letters, interventions);
    }

    @Bean
    StoreDeadLetters storeDeadLetters(DeadLetters letters, Clock clock) {
        return new StoreDeadLetters(letters, clock);
    }

    @Bean
    PurgeDeadLetters purgeDeadLetters(
            DeadLetters letters, @Value("${ecom.inbox.letters-kept:90d}") Duration decidedAreKept) {
        return new PurgeDeadLetters(letters, decidedAreKept);
    }
}
