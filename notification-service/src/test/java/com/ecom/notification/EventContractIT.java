package com.ecom.notification;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.util.List;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("notification-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of();
    }
}
