package com.ecom.proof.outbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.proof.outbox.Writers.ThingChanged;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Hears all that was ever sent, and compares it with what was committed. */
final class Listener {

    private final Set<UUID> heard = new HashSet<>();
    private final Map<Integer, Long> latest = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private long records;
    private long inversions;

    static Listener hearAll(String broker) {
        var listener = new Listener();
        var settings = Map.<String, Object>of("bootstrap.servers", broker, "max.poll.records", 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Servers.TOPIC).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var message = CloudEvents.from(record);
                    listener.hear(message.id(), JsonMapper.shared().readValue(message.data(), ThingChanged.class));
                });
            }
        }
        return listener;
    }

    private void hear(UUID id, ThingChanged change) {
        records++;
        if (!heard.add(id)) {
            return;
        }
        counts.merge(change.thing(), 1L, Long::sum);
        if (latest.merge(change.thing(), change.version(), Long::max) > change.version()) {
            inversions++;
        }
    }

    long records() {
        return records;
    }

    long duplicates() {
        return records - heard.size();
    }

    /** Changes that were heard for the first time after a later one of the same thing. */
    long inversions() {
        return inversions;
    }

    /** Changes that were committed and never heard, or heard and never committed. */
    long astray(List<Long> versions) {
        long astray = 0;
        for (int thing = 0; thing < versions.size(); thing++) {
            astray += Math.abs(versions.get(thing) - counts.getOrDefault(thing, 0L));
        }
        return astray;
    }
}
