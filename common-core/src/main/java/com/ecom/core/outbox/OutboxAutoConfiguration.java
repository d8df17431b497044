package com.ecom.core.outbox;

import com.ecom.core.envelope.TraceLink;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that has a relational database and a broker its outbox. */
@AutoConfiguration(
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            KafkaAutoConfiguration.class
        })
@ConditionalOnClass({JdbcClient.class, KafkaTemplate.class})
@ConditionalOnBean({DataSource.class, KafkaProperties.class})
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    private static final String DRIVER_SETTINGS = "spring.datasource.hikari.data-source-properties";

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, TraceLink trace, RelayWakeUp wakeUp) {
        return new JdbcOutbox(jdbc, json, trace, wakeUp);
    }

    /**
     * A connection of the relay's own: while it waits for the broker it takes none from the business. Everything on it
     * happens in transactions, so that there is no mode to switch to and fro.
     */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    HikariDataSource relayConnections(DataSourceProperties business, Environment environment) {
        var pool = business.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        Binder.get(environment)
                .bind(DRIVER_SETTINGS, Bindable.mapOf(String.class, String.class))
                .ifBound(it -> it.forEach(pool::addDataSourceProperty));
        pool.setPoolName("outbox-relay");
        pool.setMaximumPoolSize(1);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A frozen relay loses its buckets when the server cuts its connection.
        pool.setConnectionInitSql("set session wait_timeout = 30");
        return pool;
    }

    @Bean
    OutboxStore outboxStore(
            @Qualifier("relayConnections") HikariDataSource connections, JdbcClient business, JsonMapper json) {
        var jdbc = JdbcClient.create(connections);
        return new JdbcOutboxStore(
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                new OutboxPartitions(jdbc),
                new OutboxRows(jdbc, json),
                new OutboxRows(business, json));
    }

    @Bean
    OutboxUpkeep outboxUpkeep(JdbcClient jdbc, JsonMapper json, OutboxProperties properties) {
        return new OutboxUpkeep(new OutboxRows(jdbc, json), properties);
    }

    @Bean
    OutboxAdmin outboxAdmin(JdbcClient jdbc, JsonMapper json) {
        return new JdbcOutboxAdmin(jdbc, json);
    }
}
