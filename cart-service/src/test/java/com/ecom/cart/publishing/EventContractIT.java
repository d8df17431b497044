package com.ecom.cart.publishing;

import com.ecom.cart.publishing.CartEvent.CartAbandoned;
import com.ecom.cart.publishing.CartEvent.CartChanged;
import com.ecom.cart.publishing.CartEvent.Line;
import com.ecom.cart.publishing.CartEvent.NamedLine;
import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    EventContractIT() {
        super("cart-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of(
                new CartChanged(UUID.randomUUID(), 2, List.of(new Line("MUG-1", 2)), NOON),
                new CartAbandoned(UUID.randomUUID(), 2, List.of(new NamedLine("MUG-1", "Mug", 2)), NOON));
    }
}
