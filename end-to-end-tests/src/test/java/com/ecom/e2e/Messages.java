package com.ecom.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.stack.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** All that is on the broker of a running shop, for somebody who can also send it again. */
final class Messages implements AutoCloseable {

    private final String broker;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    Messages(RunningShop shop) {
        broker = shop.addressOf(Names.KAFKA).getAuthority();
        admin = Admin.create(Map.of("bootstrap.servers", broker));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** Those in which any of the words is, wherever in them; words are in small letters. */
    List<ConsumerRecord<String, byte[]>> with(Collection<String> words) {
        return all(it -> {
            var text = textOf(it).toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(text::contains);
        });
    }

    /** As they are, and once more as if they were others. */
    void sendTwice(List<ConsumerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        for (var it : records) {
            var other = new RecordHeaders(it.headers().toArray());
            if (other.lastHeader("ce_id") != null) {
                other.remove("ce_id").add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
            }
            producer.send(new ProducerRecord<>(it.topic(), null, null, it.key(), it.value(), it.headers()))
                    .get();
            producer.send(new ProducerRecord<>(it.topic(), null, null, it.key(), it.value(), other))
                    .get();
        }
    }

    void send(String topic, String key, String type, String body) throws ExecutionException, InterruptedException {
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "a-test",
                        "ce_subject",
                        key,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_aggregateseq",
                        "1",
                        "ce_correlationid",
                        key)
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        producer.send(new ProducerRecord<>(topic, null, null, key, body.getBytes(UTF_8), headers))
                .get();
    }

    /** The groups that have not yet taken all that is there for them. */
    Set<String> groupsThatLag() throws ExecutionException, InterruptedException {
        var lagging = new TreeSet<String>();
        for (var group : admin.listGroups().all().get()) {
            var reached = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = ends(reached.keySet(), OffsetSpec.latest());
            if (reached.entrySet().stream()
                    .anyMatch(it -> it.getValue().offset() < ends.getOrDefault(it.getKey(), 0L))) {
                lagging.add(group.groupId());
            }
        }
        return lagging;
    }

    /** How long each of these topics keeps its messages; absent where it compacts them, or keeps them for ever. */
    Map<String, Duration> retentionOf(Set<String> topics) throws ExecutionException, InterruptedException {
        var resources =
                topics.stream().map(it -> new ConfigResource(Type.TOPIC, it)).toList();
        var found = new HashMap<String, Duration>();
        admin.describeConfigs(resources).all().get().forEach((topic, config) -> {
            var millis = Long.parseLong(config.get("retention.ms").value());
            if (millis > 0 && config.get("cleanup.policy").value().equals("delete")) {
                found.put(topic.name(), Duration.ofMillis(millis));
            }
        });
        return found;
    }

    Map<String, Duration> segmentsOf(Set<String> topics) throws ExecutionException, InterruptedException {
        var resources =
                topics.stream().map(it -> new ConfigResource(Type.TOPIC, it)).toList();
        var found = new HashMap<String, Duration>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((topic, config) -> found.put(
                        topic.name(),
                        Duration.ofMillis(
                                Long.parseLong(config.get("segment.ms").value()))));
        return found;
    }

    /** How many messages were ever sent to each topic that is not the broker's own. */
    Map<String, Long> ends() throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .flatMap(it -> it.partitions().stream().map(part -> new TopicPartition(it.name(), part.partition())))
                .toList();
        var sums = new HashMap<String, Long>();
        ends(partitions, OffsetSpec.latest()).forEach((it, end) -> sums.merge(it.topic(), end, Long::sum));
        return sums;
    }

    void keepFor(Map<String, Duration> retention) throws ExecutionException, InterruptedException {
        var changes = retention.entrySet().stream()
                .collect(Collectors.<Map.Entry<String, Duration>, ConfigResource, Collection<AlterConfigOp>>toMap(
                        it -> new ConfigResource(Type.TOPIC, it.getKey()),
                        it -> List.of(new AlterConfigOp(
                                new ConfigEntry(
                                        "retention.ms",
                                        Long.toString(it.getValue().toMillis())),
                                OpType.SET))));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(it -> it, _ -> which)))
                .all()
                .get()
                .forEach((partition, it) -> ends.put(partition, it.offset()));
        return ends;
    }

    private List<ConsumerRecord<String, byte[]>> all(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(it -> !it.topic().startsWith("__"))
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    if (wanted.test(it)) {
                        found.add(it);
                    }
                });
            }
            return found;
        }
    }

    private static String textOf(ConsumerRecord<String, byte[]> record) {
        var text = new StringBuilder(String.valueOf(record.key()));
        if (record.value() != null) {
            text.append(' ').append(new String(record.value(), ISO_8859_1));
        }
        for (var header : record.headers()) {
            if (header.value() != null) {
                text.append(' ').append(new String(header.value(), ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
