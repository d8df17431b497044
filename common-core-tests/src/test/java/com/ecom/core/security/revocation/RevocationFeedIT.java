package com.ecom.core.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import com.ecom.test.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.json.JsonMapper;

/** Every instance knows what was revoked before it started, and hears of the rest at once. */
class RevocationFeedIT {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final String topic = "revocations-" + UUID.randomUUID();
    private final RevokedTokens revoked = new RevokedTokens(LIFE, Clock.systemUTC());
    private KafkaProducer<String, byte[]> producer;
    private RevocationFeed feed;

    private Runnable meanwhile = () -> {};

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.chosen().kafka()),
                new StringSerializer(),
                new ByteArraySerializer());
        feed = new RevocationFeed(
                () ->
                        new KafkaConsumer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        TestServers.chosen().kafka(),
                                        "allow.auto.create.topics",
                                        "false"),
                                new StringDeserializer(),
                                new ByteArrayDeserializer()) {
                            @Override
                            public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                                    Map<TopicPartition, Long> times) {
                                var found = super.offsetsForTimes(times);
                                meanwhile.run();
                                return found;
                            }
                        },
                topic,
                LIFE,
                revoked,
                JsonMapper.builder().build(),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        feed.stop();
        producer.close();
    }

    @Test
    void knowsWhatWasRevokedBeforeItStartedAndIsReadyOnlyThen() throws Exception {
        makeTopic();
        for (int i = 0; i < 50; i++) {
            revoke(UUID.randomUUID(), Instant.now());
        }
        revoke(UUID.randomUUID(), Instant.now().minus(LIFE).minusSeconds(60));
        assertThat(feed.health().getStatus()).isEqualTo(Status.DOWN);

        feed.start();

        await().until(() -> feed.health().getStatus().equals(Status.UP));
        assertThat(revoked.size()).isEqualTo(50);
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws Exception {
        feed.start();
        makeTopic();
        revoke(UUID.randomUUID(), Instant.now());

        await().until(() -> revoked.size() == 1);
    }

    @Test
    void missesNothingThatIsRevokedWhileItLooksWhereToBegin() throws Exception {
        makeTopic();
        meanwhile = () -> revoke(UUID.randomUUID(), Instant.now());
        feed.start();

        await().until(() -> feed.health().getStatus().equals(Status.UP));
        await().until(() -> revoked.size() == 1);
    }

    @Test
    void goesOnAfterAMistakeOfItsOwn() throws Exception {
        makeTopic();
        revoke(UUID.randomUUID(), Instant.now());
        var mistakes = new AtomicInteger();
        meanwhile = () -> {
            switch (mistakes.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a mistake");
                case 2 -> throw new NoClassDefFoundError("a worse one");
                default -> {}
            }
        };
        feed.start();

        await().until(() -> feed.health().getStatus().equals(Status.UP));
        assertThat(revoked.size()).isEqualTo(1);
        assertThat(mistakes).hasValue(3);
    }

    @Test
    void hearsOfARevocationAndPassesOverWhatItCannotRead() throws Exception {
        makeTopic();
        feed.start();
        await().until(() -> feed.health().getStatus().equals(Status.UP));

        producer.send(new ProducerRecord<>(topic, 0, "key", new byte[] {1, 2, 3}))
                .get();
        revoke(UUID.randomUUID(), Instant.now());

        await().until(() -> revoked.size() == 1);
    }

    private void makeTopic() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.chosen().kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
    }

    private void revoke(UUID session, Instant at) {
        var data = "{\"sessionId\":\"%s\",\"revokedAt\":\"%s\"}".formatted(session, at.truncatedTo(ChronoUnit.MILLIS));
        var message = new Envelope(
                UUID.randomUUID(), "auth.session-revoked.v1", "test", session.toString(), at, 0, "-", null, null, data);
        var record = CloudEvents.toRecord(topic, message);
        try {
            producer.send(new ProducerRecord<>(
                            topic, null, at.toEpochMilli(), record.key(), record.value(), record.headers()))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
