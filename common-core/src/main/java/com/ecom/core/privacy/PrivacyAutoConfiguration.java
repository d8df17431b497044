package com.ecom.core.privacy;

import com.ecom.core.envelope.Topics;
import com.ecom.core.inbox.Subscription;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.privacy.HandlePrivacyRequests.Requested;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Lets every service that says what it keeps of people answer them. */
@AutoConfiguration(
        // By name, because services without a database do not have it.
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "com.ecom.core.outbox.OutboxAutoConfiguration"
        },
        beforeName = "com.ecom.core.inbox.InboxAutoConfiguration")
@ConditionalOnClass({JdbcClient.class, KafkaTemplate.class})
@ConditionalOnBean(JdbcClient.class)
class PrivacyAutoConfiguration {

    @Bean
    ErasedSubjects erasedSubjects(JdbcClient jdbc) {
        return new ErasedSubjects(jdbc);
    }

    @Bean
    Mentions mentions(JdbcClient jdbc) {
        return new Mentions(jdbc);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({PersonalData.class, Outbox.class})
    static class Answers {

        @Bean
        PostponedErasures postponedErasures(JdbcClient jdbc) {
            return new PostponedErasures(jdbc);
        }

        @Bean
        Forget forget(PersonalData data, ErasedSubjects erased, Mentions mentions) {
            return new Forget(data, erased, mentions);
        }

        @Bean
        HandlePrivacyRequests answerPrivacyRequests(
                @Value("${spring.application.name}") String service,
                PersonalData data,
                Forget forget,
                PostponedErasures postponed,
                Outbox outbox,
                JsonMapper json) {
            return new HandlePrivacyRequests(service, data, forget, postponed, outbox, json);
        }

        @Bean
        Subscription privacyRequests(HandlePrivacyRequests answers) {
            return Subscription.to("user.privacy")
                    .on("user.export-requested.v1", Requested.class, answers::export)
                    .on("user.erasure-requested.v1", Requested.class, answers::erase);
        }

        @Bean
        RetryErasures retryErasures(
                PostponedErasures postponed, HandlePrivacyRequests answers, PlatformTransactionManager transactions) {
            return new RetryErasures(postponed, answers, new TransactionTemplate(transactions));
        }

        @Bean
        NewTopics privacyReceiptTopic(Topics topics) {
            return topics.declare(List.of(PrivacyReceipt.TOPIC));
        }
    }
}
