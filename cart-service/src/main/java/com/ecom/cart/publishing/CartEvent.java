package com.ecom.cart.publishing;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What this service publishes of the carts of accounts; the payloads are in {@code contracts/events}. */
sealed interface CartEvent extends Event {

    String TOPIC = "cart.events";

    /** What is in the cart now; empty once everything was bought or taken out. */
    record CartChanged(UUID customerId, long version, List<Line> items, Instant changedAt) implements CartEvent {}

    /** Nobody has touched the cart since, and something in it can still be bought. At most one for each version. */
    record CartAbandoned(UUID customerId, long version, List<NamedLine> items, Instant since) implements CartEvent {}

    record Line(String sku, int quantity) {}

    record NamedLine(String sku, String name, int quantity) {}

    UUID customerId();

    @Override
    default String key() {
        return customerId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String type() {
        return switch (this) {
            case CartChanged _ -> "cart.changed.v1";
            case CartAbandoned _ -> "cart.abandoned.v1";
        };
    }
}
