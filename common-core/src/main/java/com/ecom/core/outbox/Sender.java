package com.ecom.core.outbox;

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

    Sent send(List<OutboxRow> rows) {
        var sent = new Sent();
        for (var wave : waves(rows)) {
            sendWave(wave, sent);
            if (sent.brokerFailure != null) {
                break;
            }
        }
        return sent;
    }

    private static List<List<OutboxRow>> waves(List<OutboxRow> rows) {
        var waves = new ArrayList<List<OutboxRow>>();
        var seen = new LinkedHashMap<Key, Integer>();
        for (var row : rows) {
            var wave = seen.merge(Key.of(row), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }

    private void sendWave(List<OutboxRow> wave, Sent sent) {
        var underWay = new LinkedHashMap<OutboxRow, PendingSend>();
        for (var row : wave) {
            if (!sent.blocked.contains(Key.of(row))) {
                underWay.put(row, start(row));
            }
        }
        kafka.flush();
        underWay.forEach((row, send) -> {
            var failure = send.failureWithin(timeout);
            if (failure == null) {
                sent.delivered.add(row);
            } else if (PendingSend.isTheRecordsFault(failure)) {
                sent.blocked.add(Key.of(row));
                sent.refused.put(row, failure);
            } else {
                sent.brokerFailure = failure;
            }
        });
    }

    private PendingSend start(OutboxRow row) {
        return PendingSend.begin(kafka, () -> row.toRecord(topics.outgoing(row.topic()), source));
    }

    private record Key(String topic, String key) {
        static Key of(OutboxRow row) {
            return new Key(row.topic(), row.key());
        }
    }

    /** What became of a batch; rows that are named nowhere were not tried. */
    static class Sent {
        final List<OutboxRow> delivered = new ArrayList<>();
        final LinkedHashMap<OutboxRow, Throwable> refused = new LinkedHashMap<>();
        private final HashSet<Key> blocked = new HashSet<>();

        @Nullable
        Throwable brokerFailure;
    }
}
