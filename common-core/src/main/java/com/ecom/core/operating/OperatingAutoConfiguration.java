package com.ecom.core.operating;

import com.ecom.core.idempotency.Idempotency;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives every service that has somewhere to keep its record the means to be operated. */
@AutoConfiguration(
        // By name, because services without a database do not have it.
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "com.ecom.core.idempotency.IdempotencyAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
public class OperatingAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        Audit audit(JdbcClient jdbc) {
            return new JdbcAudit(jdbc);
        }

        @Bean
        Interventions interventions(Idempotency idempotency, Audit audit) {
            return new TransactionalInterventions(idempotency, audit);
        }
    }

    @Bean
    @ConditionalOnBean(Audit.class)
    @ConditionalOnMissingBean
    Interventions recordedInterventions(Audit audit) {
        return new RecordedInterventions(audit);
    }

    @Bean
    @ConditionalOnBean(Audit.class)
    AuditController auditController(Audit audit) {
        return new AuditController(audit);
    }
}
