package com.ecom.core.outbox;

import com.ecom.core.envelope.Topics;
import com.ecom.core.envelope.TraceLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox exactly as services have it, by the same configuration, on servers of one's choice. */
public final class OutboxOnTrial {

    private static final OutboxAutoConfiguration OUTBOX = new OutboxAutoConfiguration();
    private static final RelayAutoConfiguration RELAY = new RelayAutoConfiguration();
    static final Topics TOPICS = new Topics("", null, 12, 1, Duration.ofDays(1));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RelayWakeUp wakeUp = new RelayWakeUp();

    /** Whoever publishes through it wakes this object's relay, but not those of other processes. */
    public Outbox outbox(JdbcClient jdbc) {
        return OUTBOX.outbox(jdbc, JSON, new TraceLink(null, null), wakeUp);
    }

    /** Not yet started. */
    public SmartLifecycle relay(String url, String user, String password, String broker) {
        var database = new DataSourceProperties();
        database.setUrl(url);
        database.setUsername(user);
        database.setPassword(password);
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker));
        var properties = new OutboxProperties(
                List.of(),
                Duration.ofMillis(500),
                500,
                Duration.ofSeconds(15),
                3,
                Duration.ofDays(3),
                Duration.ofDays(30));
        var connections = OUTBOX.relayConnections(database, new StandardEnvironment());
        return RELAY.outboxRelay(
                OUTBOX.outboxStore(connections, JdbcClient.create(connections), JSON),
                RELAY.relaySender(RELAY.relayProducers(kafka, properties), properties, TOPICS, "proof"),
                RELAY.brokerProbe(kafka),
                properties,
                wakeUp,
                new SimpleMeterRegistry());
    }

    /** Relays what is in that database to that broker, until it is killed. */
    static void main(String[] args) throws InterruptedException {
        new OutboxOnTrial().relay(args[0], args[1], args[2], args[3]).start();
        Thread.currentThread().join();
    }
}
