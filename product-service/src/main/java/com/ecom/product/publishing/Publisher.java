package com.ecom.product.publishing;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.PendingSend;
import com.ecom.core.fault.FaultPoint;
import com.ecom.product.model.PendingEvent;
import com.ecom.product.model.UnpublishedEvents;
import com.ecom.product.model.UnpublishedEvents.ProductBacklog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends in waves: of one product at most one event is under way, and the next follows when the broker has it. Another
 * instance that sends the same events at the same time does so in the same order, starting from the oldest pending
 * one; so an event may arrive twice, but never for the first time after a later one. No lease is needed for that.
 */
@Slf4j
class Publisher {

    private final UnpublishedEvents unpublishedEvents;
    private final KafkaOperations<String, byte[]> kafka;
    private final String topic;
    private final String source;
    private final Duration timeout;
    private final int maxAttempts;
    private final Timer latency;
    private final Counter refused;

    Publisher(
            UnpublishedEvents unpublishedEvents,
            KafkaOperations<String, byte[]> kafka,
            String topic,
            String source,
            PublishingSettings settings,
            MeterRegistry meters) {
        this.unpublishedEvents = unpublishedEvents;
        this.kafka = kafka;
        this.topic = topic;
        this.source = source;
        this.timeout = settings.deliveryTimeout().plusSeconds(5);
        this.maxAttempts = settings.maxAttempts();
        this.latency = Timer.builder("ecom.outbox.delivery")
                .description("From keeping an event to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
        this.refused = Counter.builder("ecom.outbox.refused")
                .description("Attempts at events that the broker does not take; their products wait, all others flow")
                .register(meters);
    }

    /** @return why the broker does not take events, if it does not */
    @Nullable
    Throwable publish(List<ProductBacklog> waiting) {
        var products = new ArrayList<>(waiting);
        for (int wave = 0; !products.isEmpty(); wave++) {
            var next = wave;
            products.removeIf(it -> it.events().size() <= next);
            var failure = sendWave(products, wave);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Leaves only the products in the list whose event has arrived. */
    private @Nullable Throwable sendWave(List<ProductBacklog> products, int wave) {
        var underWay = new LinkedHashMap<ProductBacklog, PendingSend>();
        products.forEach(it -> underWay.put(it, start(it, it.events().get(wave))));
        kafka.flush();
        var delivered = new LinkedHashMap<String, String>();
        Throwable brokerFailure = null;
        for (var sent : underWay.entrySet()) {
            var product = sent.getKey();
            var event = product.events().get(wave);
            var failure = sent.getValue().failureWithin(timeout);
            if (failure == null) {
                delivered.put(product.productId(), event.eventId());
                latency.record(Duration.between(event.at(), Instant.now()));
            } else {
                products.remove(product);
                if (PendingSend.isTheRecordsFault(failure)) {
                    refused.increment();
                    unpublishedEvents.refused(
                            product.productId(),
                            event.eventId(),
                            event.refusedAgain(getMostSpecificCause(failure).toString(), maxAttempts));
                    log.error("The broker refused {} {}", event.type(), event.eventId(), failure);
                } else {
                    brokerFailure = failure;
                }
            }
        }
        if (!delivered.isEmpty()) {
            FaultPoint.pass("publishing-sent-before-forgetting");
            unpublishedEvents.delivered(delivered);
        }
        return brokerFailure;
    }

    private PendingSend start(ProductBacklog product, PendingEvent it) {
        var envelope = new Envelope(
                UUID.fromString(it.eventId()),
                it.type(),
                source,
                product.productId(),
                it.at(),
                it.sequence(),
                it.correlationId(),
                it.causationId(),
                it.traceparent(),
                it.payload());
        return PendingSend.begin(kafka, () -> CloudEvents.toRecord(topic, envelope));
    }
}
