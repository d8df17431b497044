package com.ecom.core.inbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a batch of messages to their effects in one transaction, because commits are what costs. If any of them fails
 * it takes them one by one, so that only the failing one is retried or set aside.
 */
class Reception implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final String group;
    private final Subscription subscription;
    private final Inbox inbox;
    private final JsonMapper json;
    private final TraceLink trace;

    Reception(String group, Subscription subscription, Inbox inbox, JsonMapper json, TraceLink trace) {
        this.group = group;
        this.subscription = subscription;
        this.inbox = inbox;
        this.json = json;
        this.trace = trace;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        if (records.stream().noneMatch(this::concernsUs)) {
            return;
        }
        if (records.size() > 1 && handledTogether(records)) {
            return;
        }
        for (int i = 0; i < records.size(); i++) {
            handleAlone(records.get(i), i);
        }
    }

    private boolean handledTogether(List<ConsumerRecord<String, byte[]>> records) {
        try {
            inbox.handle(
                    group,
                    records.stream()
                            .filter(this::concernsUs)
                            .map(CloudEvents::from)
                            .toList(),
                    this::handle);
            subscription.flush();
            return true;
        } catch (RuntimeException e) {
            log.info(
                    "A batch of {} from {} is taken one by one: {}",
                    records.size(),
                    subscription.topic(),
                    e.toString());
            return false;
        }
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record, int index) {
        if (!concernsUs(record)) {
            return;
        }
        try {
            inbox.handle(group, List.of(CloudEvents.from(record)), this::handle);
            subscription.flush();
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("Cannot handle a message of " + subscription.topic(), e, index);
        } catch (Error e) {
            // An Error would end the consumer and leave the service looking healthy.
            throw new BatchListenerFailedException(
                    "Cannot handle a message of " + subscription.topic(), new IllegalStateException(e), index);
        }
    }

    /** What does not even say of which type it is concerns us, too: somebody has to look at it. */
    private boolean concernsUs(ConsumerRecord<String, byte[]> record) {
        var type = CloudEvents.typeOf(record);
        return type == null || subscription.types().contains(type);
    }

    private void handle(List<Envelope> messages) {
        subscription.handle(messages.stream().map(it -> new Message(it, trace)).toList(), json);
    }
}
