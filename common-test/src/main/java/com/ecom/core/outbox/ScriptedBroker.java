package com.ecom.core.outbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
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
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** A broker that takes or refuses each record as it is told, which no real one can be made to do, and remembers what it took. */
final class ScriptedBroker extends MockProducer<String, byte[]> {

    private final List<Envelope> taken = new CopyOnWriteArrayList<>();
    private volatile Function<Envelope, @Nullable Exception> script = _ -> null;

    ScriptedBroker() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    Sender sender() {
        var template = new KafkaTemplate<>(() -> this);
        template.setProducerListener(new ProducerListener<>() {});
        return new Sender(template, new Topics("", null, 1, 1, Duration.ofDays(1)), "trial", Duration.ofSeconds(1));
    }

    /** @param next why each message is refused; null takes it */
    void script(Function<Envelope, @Nullable Exception> next) {
        script = next;
    }

    /** What it took of a key, in that order. */
    List<Envelope> taken(String key) {
        return taken.stream().filter(it -> it.subject().equals(key)).toList();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // another relay may send while this one is at it
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
        var message = read(record);
        var failure = script.apply(message);
        if (failure != null) {
            callback.onCompletion(null, failure);
            return CompletableFuture.failedFuture(failure);
        }
        taken.add(message);
        var place = new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
        callback.onCompletion(place, null);
        return CompletableFuture.completedFuture(place);
    }

    private static Envelope read(ProducerRecord<String, byte[]> it) {
        return CloudEvents.from(new ConsumerRecord<>(
                it.topic(), 0, 0, 0, null, 0, 0, it.key(), it.value(), it.headers(), Optional.empty()));
    }

    @Override
    public void close(Duration timeout) {
        // The template closes what it did not pool.
        flush();
    }
}
