package com.ecom.core.outbox;

import com.ecom.core.envelope.Topics;
import com.ecom.core.envelope.TraceLink;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
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
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that has a database and a broker its outbox. */
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
    RelayWakeUp wakeUp() {
        return new RelayWakeUp();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, TraceLink trace, RelayWakeUp wakeUp) {
        return new JdbcOutbox(jdbc, json, trace, wakeUp);
    }

    @Bean
    NewTopics ownTopics(OutboxProperties properties, Topics topics) {
        return topics.declare(properties.topics());
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

    @Bean
    Relay outboxRelay(
            @Qualifier("relayConnections") HikariDataSource connections,
            @Qualifier("relayProducers") DefaultKafkaProducerFactory<String, byte[]> producers,
            @Qualifier("brokerProbe") BrokerProbe probe,
            OutboxProperties properties,
            Topics topics,
            JsonMapper json,
            RelayWakeUp wakeUp,
            MeterRegistry meters,
            @Value("${spring.application.name}") String source) {
        var jdbc = JdbcClient.create(connections);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        var timeout = properties.deliveryTimeout().plusSeconds(5);
        var sender = new Sender(new KafkaTemplate<>(producers), topics, source, timeout);
        var delivery = new Delivery(
                transaction, new OutboxPartitions(jdbc), new OutboxRows(jdbc, json), sender, properties, meters);
        return new Relay(delivery::run, probe::failure, wakeUp, properties.pollInterval());
    }

    @Bean
    OutboxUpkeep outboxUpkeep(JdbcClient jdbc, JsonMapper json, OutboxProperties properties, MeterRegistry meters) {
        return new OutboxUpkeep(new OutboxRows(jdbc, json), properties, meters);
    }

    @Bean
    OutboxAdmin outboxDesk(JdbcClient jdbc, JsonMapper json) {
        return new JdbcOutboxAdmin(jdbc, json);
    }
}
