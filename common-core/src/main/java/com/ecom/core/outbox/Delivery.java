package com.ecom.core.outbox;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.core.outbox.OutboxStore.Refusal;
import com.ecom.core.outbox.OutboxStore.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import lombok.extern.slf4j.Slf4j;

/**
 * One pass of the relay: send what the store says is next, and say what became of it. A crash in between sends the same
 * events again, with the same ids and in the same order; consumers' inboxes absorb that.
 */
@Slf4j
class Delivery {

    private final OutboxStore store;
    private final Sender sender;
    private final OutboxProperties properties;
    private final Timer latency;
    private final Counter refusals;

    Delivery(OutboxStore store, Sender sender, OutboxProperties properties, MeterRegistry meters) {
        this.store = store;
        this.sender = sender;
        this.properties = properties;
        this.latency = Timer.builder("ecom.outbox.delivery")
                .description("From publishing an event to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
        this.refusals = Counter.builder("ecom.outbox.refused")
                .description("Attempts at events that the broker does not take; their keys wait, all others flow")
                .register(meters);
    }

    /** @param looking whether to look also for what nobody announced */
    Pass run(boolean looking) {
        return store.pass(properties.batchSize(), looking, this::send);
    }

    private Settlement send(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Settlement.NOTHING;
        }
        FaultPoint.pass("outbox-before-sending");
        var sent = sender.send(events);
        FaultPoint.pass("outbox-sent-before-marking");
        var now = Instant.now();
        sent.delivered.forEach(it -> latency.record(Duration.between(it.at(), now)));
        var refused = new LinkedHashMap<OutboxEvent, Refusal>();
        sent.refused.forEach((event, failure) -> refused.put(event, refusal(event, failure)));
        return new Settlement(sent.delivered, refused, sent.brokerFailure);
    }

    private Refusal refusal(OutboxEvent event, Throwable failure) {
        refusals.increment();
        log.error("The broker refused {} {}", event.type(), event.eventId(), failure);
        return event.refusedAgain(getMostSpecificCause(failure).toString(), properties.maxAttempts());
    }
}
