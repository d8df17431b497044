package com.ecom.product.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.model.PendingEvent;
import com.ecom.product.model.PendingEvent.Refusal;
import com.ecom.product.model.UnpublishedEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

/** The promise of the outbox, kept with events inside documents. */
class PublisherTests {

    private final Broker broker = new Broker();
    private final Products products = new Products();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Publisher publisher = new Publisher(
            products,
            new KafkaTemplate<>(() -> broker),
            "product.events",
            "product-service",
            new PublishingSettings(Duration.ofMillis(500), Duration.ofSeconds(5), 500, Duration.ofSeconds(1), 3),
            meters);

    @Test
    void eventsOfOneProductGoOutInTheirOrderAndAreForgottenThen() {
        products.changed("mug", 1, 2, 3);
        products.changed("pot", 1);

        assertThat(publisher.publish(products.waiting())).isNull();

        assertThat(broker.taken).containsSubsequence("mug 1", "mug 2", "mug 3").contains("pot 1");
        assertThat(products.waiting()).isEmpty();
        assertThat(meters.get("ecom.outbox.delivery").timer().count()).isEqualTo(4);
    }

    @Test
    void whileTheBrokerIsAwayNothingIsForgottenAndNothingOvertakes() {
        products.changed("mug", 1, 2);
        broker.refusal = it -> it.equals("mug 1") ? new TimeoutException("away") : null;

        assertThat(publisher.publish(products.waiting())).hasRootCauseInstanceOf(TimeoutException.class);
        assertThat(broker.taken).isEmpty();
        broker.refusal = _ -> null;
        publisher.publish(products.waiting());

        assertThat(broker.taken).containsExactly("mug 1", "mug 2");
    }

    @Test
    void whatTheBrokerRefusesHoldsUpItsProductAndNoOther() {
        products.changed("mug", 1, 2);
        products.changed("pot", 1, 2);
        broker.refusal = it -> it.equals("mug 1") ? new RecordTooLargeException("no") : null;

        assertThat(publisher.publish(products.waiting())).isNull();

        assertThat(broker.taken).containsExactly("pot 1", "pot 2");
        assertThat(products.waiting())
                .extracting(UnpublishedEvents.ProductBacklog::productId)
                .containsExactly("mug");
        assertThat(meters.get("ecom.outbox.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void whatTheBrokerRefusesThreeTimesIsParkedWithWhatFollowsOnItsProduct() {
        products.changed("mug", 1, 2);
        broker.refusal = it -> it.equals("mug 1") ? new RecordTooLargeException("no") : null;
        for (int i = 0; i < 3; i++) {
            assertThat(products.waiting()).hasSize(1);
            publisher.publish(products.waiting());
        }
        products.changed("mug", 3);

        assertThat(products.waiting()).isEmpty();
        assertThat(products.pending.get("mug"))
                .extracting(PendingEvent::isParked)
                .containsExactly(true, false, false);
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void anAbsentBrokerParksNothing() {
        products.changed("mug", 1);
        broker.refusal = _ -> new TimeoutException("away");
        for (int i = 0; i < 10; i++) {
            publisher.publish(products.waiting());
        }

        assertThat(products.waiting()).hasSize(1);
    }

    @Test
    void whoDiesBetweenSendingAndForgettingSendsTheSameMessageAgain() {
        products.changed("mug", 1, 2);
        var before = products.waiting();
        publisher.publish(before);

        publisher.publish(before);

        assertThat(broker.taken).containsExactly("mug 1", "mug 2", "mug 1", "mug 2");
        assertThat(broker.ids).hasSize(4);
        assertThat(broker.ids.subList(0, 2)).isEqualTo(broker.ids.subList(2, 4));
    }

    /** In memory what MongoUnpublishedEvents has in documents. */
    private static final class Products implements UnpublishedEvents {

        private final Map<String, List<PendingEvent>> pending = new LinkedHashMap<>();

        void changed(String product, int... versions) {
            for (var version : versions) {
                pending.computeIfAbsent(product, _ -> new ArrayList<>())
                        .add(new PendingEvent(
                                UUID.randomUUID().toString(),
                                "product.upserted.v1",
                                version,
                                Instant.now(),
                                product,
                                null,
                                null,
                                product + " " + version,
                                null));
            }
        }

        List<ProductBacklog> waiting() {
            return of(pending.keySet());
        }

        @Override
        public List<ProductBacklog> of(Collection<String> productIds) {
            return productIds.stream()
                    .map(it -> new ProductBacklog(it, List.copyOf(pending.getOrDefault(it, List.of()))))
                    .filter(it -> !it.events().isEmpty())
                    .filter(it -> it.events().stream().noneMatch(PendingEvent::isParked))
                    .toList();
        }

        @Override
        public List<ProductBacklog> overdue(Instant before, int limit) {
            return waiting();
        }

        @Override
        public void delivered(Map<String, String> eventIds) {
            eventIds.forEach((product, event) -> pending.getOrDefault(product, new ArrayList<>())
                    .removeIf(it -> it.eventId().equals(event)));
        }

        @Override
        public void refused(String product, String event, Refusal refusal) {
            pending.getOrDefault(product, new ArrayList<>())
                    .replaceAll(it -> it.eventId().equals(event)
                            ? new PendingEvent(
                                    it.eventId(),
                                    it.type(),
                                    it.sequence(),
                                    it.at(),
                                    it.correlationId(),
                                    it.causationId(),
                                    it.traceparent(),
                                    it.payload(),
                                    refusal)
                            : it);
        }

        @Override
        public Backlog backlog() {
            return new Backlog(0, 0, null);
        }
    }

    private static final class Broker extends MockProducer<String, byte[]> {

        final List<String> taken = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        Function<String, @Nullable Exception> refusal = _ -> null;

        Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            var payload = new String(record.value(), StandardCharsets.UTF_8);
            var failure = refusal.apply(payload);
            if (failure != null) {
                callback.onCompletion(null, failure);
                return CompletableFuture.failedFuture(failure);
            }
            taken.add(payload);
            ids.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
            var place = new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
            callback.onCompletion(place, null);
            return CompletableFuture.completedFuture(place);
        }

        @Override
        public void close(Duration timeout) {
            // The template closes what it did not pool.
            flush();
        }
    }
}
