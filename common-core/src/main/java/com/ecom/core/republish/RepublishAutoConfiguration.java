package com.ecom.core.republish;

import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.OperatingAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** For services whose states others copy. */
@AutoConfiguration(
        after = OperatingAutoConfiguration.class,
        // By name, because services without a database do not have it.
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@ConditionalOnBean(CurrentStates.class)
@EnableConfigurationProperties(RepublishProperties.class)
class RepublishAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        Republications republications(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new JdbcRepublications(jdbc, new TransactionTemplate(transactions));
        }
    }

    @Bean
    Republisher republisher(
            CurrentStates states, Republications republications, RepublishProperties settings, Clock clock) {
        return new Republisher(states, republications, settings, clock);
    }

    @Bean
    RepublishController republishController(
            CurrentStates states,
            Republications republications,
            Republisher republisher,
            Interventions interventions,
            Clock clock) {
        return new RepublishController(states, republications, republisher, interventions, clock);
    }
}
