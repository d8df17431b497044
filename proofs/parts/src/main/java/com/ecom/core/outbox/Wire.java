package com.ecom.core.outbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** A broker that takes or refuses each record as it is told, and remembers what it took. */
final class Wire extends MockProducer<String, byte[]> {

    static final Topics TOPICS = OutboxOnTrial.TOPICS;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private Function<String, @Nullable Exception> refusal = _ -> null;

    Wire() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    Sender sender() {
        return new Sender(template(), TOPICS, "proof", Duration.ofSeconds(1));
    }

    KafkaOperations<String, byte[]> template() {
        var template = new KafkaTemplate<>(() -> this);
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    /** @param refusal by the payload of a record; null takes it */
    void refusing(Function<String, @Nullable Exception> refusal) {
        this.refusal = refusal;
    }

    /** The payloads of what was taken, in that order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // another relay may send while this one is at it
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
        var payload = CloudEvents.from(new ConsumerRecord<>(
                        record.topic(),
                        0,
                        0,
                        0,
                        null,
                        0,
                        0,
                        record.key(),
                        record.value(),
                        record.headers(),
                        Optional.empty()))
                .data();
        var failure = refusal.apply(payload);
        if (failure == null) {
            taken.add(payload);
            var place = new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
            callback.onCompletion(place, null);
            return CompletableFuture.completedFuture(place);
        }
        callback.onCompletion(null, failure);
        return CompletableFuture.failedFuture(failure);
    }

    @Override
    public void close(Duration timeout) {
        // The template closes what it did not pool.
        flush();
    }
}
