package com.ecom.test;

import com.ecom.core.envelope.Topics;
import com.ecom.core.outbox.Outbox;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The beans that tests of a service ask for. */
@TestConfiguration(proxyBeanMethods = false)
class TestSupport {

    /** The port is known only when the server runs, hence lazily. */
    @Bean
    @Lazy
    Shop shop(Environment environment) {
        return new Shop("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    @Bean
    TestSpans testSpans() {
        return new TestSpans();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
    static class Messages {

        @Bean
        TestBroker testBroker(Environment environment, Topics topics, JsonMapper json) {
            return new TestBroker(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), topics, json);
        }
    }

    /** Whatever a test makes a service publish has to keep its contract. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.jdbc.core.simple.JdbcClient")
    static class Contracts {

        @Bean
        static BeanPostProcessor eventsKeepTheirContracts() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Outbox outbox ? checked(outbox) : bean;
                }
            };
        }

        private static Outbox checked(Outbox outbox) {
            var json = JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();
            return event -> {
                EventSchemas.check(event.type(), json.writeValueAsString(event));
                outbox.publish(event);
            };
        }
    }
}
