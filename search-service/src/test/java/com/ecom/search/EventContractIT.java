package com.ecom.search;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.util.List;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("search-service");
    }

    /** It only listens. */
    @Override
    protected List<Event> produced() {
        return List.of();
    }
}
