package com.ecom.user;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import com.ecom.user.PrivacyRequest.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    private static final Instant THEN = Instant.parse("2026-01-15T10:15:30.123Z");

    EventContractIT() {
        super("user-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of(
                new UserEvent.ProfileUpdated(UUID.randomUUID(), 2, "Ada", "Lovelace", "en-GB", true),
                new UserEvent.ProfileUpdated(UUID.randomUUID(), 1, null, null, "en", false),
                new UserEvent.PrivacyAsked(
                        UUID.randomUUID(), UUID.randomUUID(), "ada@example.com", Kind.ERASURE, THEN, THEN),
                new UserEvent.PrivacyRequested(Kind.EXPORT, UUID.randomUUID(), UUID.randomUUID(), THEN),
                new UserEvent.PrivacyRequested(Kind.ERASURE, UUID.randomUUID(), UUID.randomUUID(), THEN));
    }
}
