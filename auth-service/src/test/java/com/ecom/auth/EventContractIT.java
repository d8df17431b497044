package com.ecom.auth;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("auth-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of(new AuthEvent.UserRegistered(
                UUID.randomUUID(), "ada@example.com", Instant.parse("2026-01-15T10:15:30.123Z")));
    }
}
