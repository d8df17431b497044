package com.ecom.user;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("user-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of(
                new UserEvent.ProfileUpdated(UUID.randomUUID(), 2, "Ada", "Lovelace", "en-GB", true),
                new UserEvent.ProfileUpdated(UUID.randomUUID(), 1, null, null, "en", false));
    }
}
