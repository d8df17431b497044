package com.ecom.core.outbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.PendingSend;
import com.ecom.core.envelope.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends events in waves: of one key at most one is under way at any time. An expired send followed by a successful
 * one would turn their order round; with waves that cannot happen, and they cost little, for few events share a key.
 */
class Sender {

    private final KafkaOperations<String, byte[]> kafka;
    private final Topics topics;
    private final String source;
    private final Duration timeout;

    Sender(KafkaOperations<String, byte[]> kafka, Topics topics, String source, Duration timeout) {
        this.kafka = kafka;
        this.topics = topics;
        this.source = source;
        this.timeout = timeout;
    }

    Sent send(List<OutboxEvent> events) {
        var sent = new Sent();
        for (var wave : waves(events)) {
            sendWave(wave, sent);
            if (sent.brokerFailure != null) {
                break;
            }
        }
        return sent;
    }

    private static List<List<OutboxEvent>> waves(List<OutboxEvent> events) {
        var waves = new ArrayList<List<OutboxEvent>>();
        var seen = new LinkedHashMap<Key, Integer>();
        for (var event : events) {
            var wave = seen.merge(Key.of(event), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        return waves;
    }

    private void sendWave(List<OutboxEvent> wave, Sent sent) {
        var underWay = new LinkedHashMap<OutboxEvent, PendingSend>();
        for (var event : wave) {
            if (!sent.blocked.contains(Key.of(event))) {
                underWay.put(event, start(event));
            }
        }
        kafka.flush();
        underWay.forEach((event, send) -> {
            var failure = send.failureWithin(timeout);
            if (failure == null) {
                sent.delivered.add(event);
            } else if (PendingSend.isTheRecordsFault(failure)) {
                sent.blocked.add(Key.of(event));
                sent.refused.put(event, failure);
            } else {
                sent.brokerFailure = failure;
            }
        });
    }

    private PendingSend start(OutboxEvent event) {
        return PendingSend.begin(kafka, () -> CloudEvents.toRecord(topics.outgoing(event.topic()), event.from(source)));
    }

    private record Key(String topic, String key) {
        static Key of(OutboxEvent event) {
            return new Key(event.topic(), event.key());
        }
    }

    /** What became of a batch; events that are named nowhere were not tried. */
    static class Sent {
        final List<OutboxEvent> delivered = new ArrayList<>();
        final LinkedHashMap<OutboxEvent, Throwable> refused = new LinkedHashMap<>();
        private final HashSet<Key> blocked = new HashSet<>();

        @Nullable
        Throwable brokerFailure;
    }
}
