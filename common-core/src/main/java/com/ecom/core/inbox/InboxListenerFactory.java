package com.ecom.core.inbox;

import com.ecom.core.envelope.TraceLink;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

/** What the receptions of all subscriptions have in common. */
record InboxListenerFactory(Inbox inbox, JsonMapper json, TraceLink trace, MeterRegistry meters) {

    InboxListener of(Subscription subscription, String group) {
        return new InboxListener(group, subscription, inbox, json, trace, new InboxMetrics(group, meters));
    }
}
