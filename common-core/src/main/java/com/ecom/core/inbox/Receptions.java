package com.ecom.core.inbox;

import com.ecom.core.envelope.TraceLink;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

/** What the receptions of all subscriptions have in common. */
record Receptions(Inbox inbox, JsonMapper json, TraceLink trace, MeterRegistry meters) {

    Reception of(Subscription subscription, String group) {
        return new Reception(group, subscription, inbox, json, trace, new InboxFigures(group, meters));
    }
}
