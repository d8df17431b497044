package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetterTopic;
import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.problems.Outage;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a batch of messages to their effects in one transaction, because commits are what costs. If any of them fails
 * it takes them one by one, so that only the failing one is retried or set aside.
 */
@Slf4j
class InboxListener implements BatchMessageListener<String, byte[]> {

    private final String group;
    private final Subscription subscription;
    private final Inbox inbox;
    private final JsonMapper json;
    private final TraceLink trace;
    private final InboxMetrics figures;
    /** Effects may collect what they write until the flush, so a letter that is tried again waits for the batch. */
    private final Lock oneAtATime = new ReentrantLock();

    InboxListener(
            String group,
            Subscription subscription,
            Inbox inbox,
            JsonMapper json,
            TraceLink trace,
            InboxMetrics figures) {
        this.group = group;
        this.subscription = subscription;
        this.inbox = inbox;
        this.json = json;
        this.trace = trace;
        this.figures = figures;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        var ours = records.stream().filter(this::concernsUs).toList();
        figures.passedOver(records.size() - ours.size());
        if (ours.isEmpty() || (ours.size() > 1 && handledTogether(ours))) {
            return;
        }
        for (int i = 0; i < records.size(); i++) {
            if (concernsUs(records.get(i))) {
                handleAlone(records.get(i), i);
            }
        }
    }

    /** For a message that is not from the topic but was set aside before. */
    void handleAgain(ConsumerRecord<String, byte[]> record) {
        take(List.of(record));
    }

    private boolean handledTogether(List<ConsumerRecord<String, byte[]>> records) {
        try {
            take(records);
            return true;
        } catch (RuntimeException e) {
            log.info(
                    "A batch of {} from {} is taken one by one: {}",
                    records.size(),
                    subscription.topic(),
                    DeadLetterTopic.describe(e));
            FaultPoint.pass("batch-failed-before-one-by-one");
            return false;
        }
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record, int index) {
        try {
            take(List.of(record));
        } catch (RuntimeException e) {
            figures.failed();
            var what = "Cannot handle a message of " + subscription.topic();
            throw Outage.isBehind(e) ? new NotNow(what, e, index) : new ByItsOwnFault(what, e, index);
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> records) {
        oneAtATime.lock();
        try {
            var messages = records.stream().map(this::read).toList();
            figures.taking(
                    messages.size(),
                    effect -> inbox.handle(group, messages, fresh -> {
                        handle(fresh);
                        effect.accept(fresh.size());
                    }));
            FaultPoint.pass("inbox-committed-before-acknowledgement");
            subscription.flush();
        } catch (Error e) {
            // An Error would end the consumer and leave the service looking healthy.
            throw new IllegalStateException(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Envelope read(ConsumerRecord<String, byte[]> record) {
        var message = CloudEvents.from(record);
        if (!subscription.types().contains(message.type())) {
            throw new UnknownMajor(message.type());
        }
        return message;
    }

    /**
     * What does not even say of which type it is concerns us, too, and so does another major version of what we read:
     * somebody has to look at it. Other types are other people's business.
     */
    private boolean concernsUs(ConsumerRecord<String, byte[]> record) {
        var type = CloudEvents.typeOf(record);
        return type == null
                || subscription.types().contains(type)
                || subscription.types().stream().anyMatch(it -> nameOf(it).equals(nameOf(type)));
    }

    private static String nameOf(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }

    private void handle(List<Envelope> messages) {
        subscription.handle(
                messages.stream().map(it -> new InboxMessage(it, trace)).toList(), json);
    }

    /** Of another class than {@link ByItsOwnFault}, so that a message is tried for as long as its latest failure deserves. */
    private static final class NotNow extends BatchListenerFailedException {
        private NotNow(String what, Throwable why, int index) {
            super(what, why, index);
        }
    }

    private static final class ByItsOwnFault extends BatchListenerFailedException {
        private ByItsOwnFault(String what, Throwable why, int index) {
            super(what, why, index);
        }
    }

    /** No retry teaches a consumer to read it. */
    static final class UnknownMajor extends RuntimeException {
        private UnknownMajor(String type) {
            super("Nothing here reads " + type + ", only another version of it");
        }
    }
}
