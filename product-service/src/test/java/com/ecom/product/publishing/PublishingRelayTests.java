package com.ecom.product.publishing;

import static org.awaitility.Awaitility.await;

import com.ecom.product.model.PendingEvent.Refusal;
import com.ecom.product.model.UnpublishedEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class PublishingRelayTests {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void goesOnAfterAnError() {
        var settings = new PublishingSettings(Duration.ofMillis(10), Duration.ZERO, 500, Duration.ofSeconds(1), 3);
        var unpublishedEvents = new BrokenOnce();
        var publisher = new Publisher(
                unpublishedEvents,
                new KafkaTemplate<>(
                        () -> new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer())),
                "product.events",
                "product-service",
                settings,
                new SimpleMeterRegistry());
        var relay = new PublishingRelay(unpublishedEvents, publisher, settings, Clock.systemUTC());
        relay.start();
        try {
            await().until(() -> looks.get() > 2);
        } finally {
            relay.stop();
        }
    }

    private final class BrokenOnce implements UnpublishedEvents {

        @Override
        public List<ProductBacklog> overdue(Instant before, int limit) {
            if (looks.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("a mistake");
            }
            return List.of();
        }

        @Override
        public List<ProductBacklog> of(Collection<String> productIds) {
            return List.of();
        }

        @Override
        public void delivered(Map<String, String> eventIds) {}

        @Override
        public void refused(String productId, String eventId, Refusal refusal) {}

        @Override
        public Backlog backlog() {
            return new Backlog(0, 0, null);
        }
    }
}
