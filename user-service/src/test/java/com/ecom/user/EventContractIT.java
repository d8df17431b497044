package com.ecom.user;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import com.ecom.user.model.PrivacyRequest.Kind;
import com.ecom.user.model.UserEvent;
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
                new UserEvent.PrivacyRequestReceived(
                        UUID.randomUUID(), UUID.randomUUID(), "ada@example.com", Kind.ERASURE, THEN, THEN),
                new UserEvent.ExportRequested(UUID.randomUUID(), UUID.randomUUID(), THEN),
                new UserEvent.ErasureRequested(UUID.randomUUID(), UUID.randomUUID(), THEN));
    }
}
