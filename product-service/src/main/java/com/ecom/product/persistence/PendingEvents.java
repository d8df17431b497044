package com.ecom.product.persistence;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.ProductEvent;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Captures an event's payload and its cause when it is stored. */
@Component
@RequiredArgsConstructor
class PendingEvents {

    /** A version has fewer events than this. */
    private static final int PER_VERSION = 1_000;

    private final JsonMapper json;
    private final TraceLink trace;

    List<PendingEvent> of(Change change) {
        var pending = new ArrayList<PendingEvent>();
        for (var event : change.events()) {
            pending.add(pending(
                    event,
                    event.version() * PER_VERSION + pending.size(),
                    change.product().updatedAt()));
        }
        return pending;
    }

    /** The product's current state, republished as the last event of this version. */
    PendingEvent again(Product product, Instant now) {
        return pending(product.currentAt(now), product.version() * PER_VERSION + PER_VERSION - 1, product.updatedAt());
    }

    /** What has changed by the time alone, after all events of this version. */
    List<PendingEvent> between(Product product, List<ProductEvent> changes, Instant at) {
        return changes.stream()
                .map(it -> pending(it, product.version() * PER_VERSION + PER_VERSION - 1, at))
                .toList();
    }

    private PendingEvent pending(ProductEvent event, long sequence, Instant at) {
        var cause = Envelope.current();
        return new PendingEvent(
                UuidCreator.getTimeOrderedEpoch().toString(),
                event.type(),
                sequence,
                at,
                cause == null ? event.key() : cause.correlationId(),
                cause == null ? null : cause.id().toString(),
                trace.current(),
                json.writeValueAsString(event),
                null);
    }
}
