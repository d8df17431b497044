package com.ecom.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.Topics;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service under test as the other services do, over the real broker, and hears what it answers. */
public class TestBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TestBroker.class);

    private final Topics topics;
    private final JsonMapper json;
    private final String servers;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Listening> listening = new HashMap<>();

    TestBroker(String servers, Topics topics, JsonMapper json) {
        this.servers = servers;
        this.topics = topics;
        this.json = json;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a message that keeps its contract, and returns its id, with which it can be sent again. */
    public UUID send(String topic, String key, String type, Object payload) {
        var id = UuidCreator.getTimeOrderedEpoch();
        send(id, topic, key, type, payload);
        return id;
    }

    /** The same, as somebody sends it whose work is traced. */
    public void sendIn(TestTrace trace, String topic, String key, String type, Object payload) {
        var data = payload instanceof String text ? text : json.writeValueAsString(payload);
        EventSchemas.check(type, data);
        send(
                new Envelope(
                        UuidCreator.getTimeOrderedEpoch(),
                        type,
                        "test",
                        key,
                        Instant.now(),
                        0,
                        key,
                        null,
                        trace.traceparent(),
                        data),
                topic);
    }

    public void send(UUID id, String topic, String key, String type, Object payload) {
        var data = payload instanceof String text ? text : json.writeValueAsString(payload);
        EventSchemas.check(type, data);
        sendUnchecked(id, topic, key, type, data);
    }

    /** Sends whatever it is, for tests of what must not harm. */
    public void sendUnchecked(UUID id, String topic, String key, String type, String data) {
        send(new Envelope(id, type, "test", key, Instant.now(), 0, key, null, null, data), topic);
    }

    private void send(Envelope envelope, String topic) {
        var _ = producer.send(CloudEvents.toRecord(topics.named(topic), envelope));
        producer.flush();
    }

    /** Sends what is no message of ours. */
    public void sendRaw(String topic, String key, Headers headers, String data) {
        var _ = producer.send(
                new ProducerRecord<>(topics.named(topic), null, null, key, data.getBytes(UTF_8), headers));
        producer.flush();
    }

    /** All messages that were published on the topic for this key up to now, oldest first. */
    public synchronized List<Envelope> published(String topic, String key) {
        return listening.computeIfAbsent(topic, this::listen).everything().stream()
                .filter(it -> it.subject().equals(key))
                .toList();
    }

    /** The payloads of one type for this key up to now. */
    public List<JsonNode> published(String topic, String key, String type) {
        return published(topic, key).stream()
                .filter(it -> it.type().equals(type))
                .map(it -> json.readTree(it.data()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        listening.values().forEach(it -> it.consumer.close());
    }

    private Listening listen(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topics.named(topic)).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Listening(consumer, new ArrayList<>());
    }

    private record Listening(KafkaConsumer<String, byte[]> consumer, List<Envelope> heard) {

        List<Envelope> everything() {
            var more = consumer.poll(Duration.ofMillis(100));
            more.forEach(this::hear);
            return heard;
        }

        private void hear(ConsumerRecord<String, byte[]> record) {
            try {
                heard.add(CloudEvents.from(record));
            } catch (CloudEvents.Unreadable e) {
                log.debug("Somebody tests what such a record does", e);
            }
        }
    }
}
