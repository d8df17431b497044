package com.ecom.proof.chaos;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is on the broker, as it came. */
final class Log {

    private final List<ConsumerRecord<String, byte[]>> records;
    private final Map<String, Integer> firstPlaces = new HashMap<>();

    private Log(List<ConsumerRecord<String, byte[]>> records) {
        this.records = records;
        for (int i = 0; i < records.size(); i++) {
            firstPlaces.putIfAbsent(records.get(i).topic() + "/" + idOf(records.get(i)), i);
        }
    }

    /** All topics whose names contain this, each partition in its order. */
    static Log read(String broker, String part) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(it -> it.topic().contains(part) && !it.topic().startsWith("__"))
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return new Log(records);
        }
    }

    List<ConsumerRecord<String, byte[]>> all() {
        return records;
    }

    /** Where an event comes first, to be compared with others of its key only; negative if it does not. */
    int firstPlaceOf(String topic, String event) {
        return firstPlaces.getOrDefault(topic + "/" + event, -1);
    }

    Set<String> eventsOf(String topic, String type) {
        return records.stream()
                .filter(it -> it.topic().equals(topic) && typeOf(it).equals(type))
                .map(Log::idOf)
                .collect(toSet());
    }

    private static String idOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_id");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String typeOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
    }
}
