package com.ecom.core.outbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a service keeps its events until the broker has them. The one that a service has is emptied by the relay, and
 * measured. A store that keeps something new gives {@link RelayWakeUp} a nudge once it is committed.
 */
public interface OutboxStore {

    /**
     * One pass of the relay: takes events whose turn it is, has them sent, and keeps what became of each before it
     * returns. Of one key it takes the oldest that waits and what follows it without a gap, and nothing while one of them
     * is parked. Two relays may send the same event, but no relay an event for the first time after a later one of its key.
     * If it fails, events that were sent may be sent again, with the same ids.
     *
     * @param limit how much to take at most; events or keys, whichever the store counts
     * @param looking whether to look also for what was not announced to this instance, because the one that kept it crashed
     */
    Pass pass(int limit, boolean looking, Sending sending);

    Backlog backlog();

    /** Sends events to the broker. */
    @FunctionalInterface
    interface Sending {

        /** @param events those of one key in their order */
        Settlement send(List<OutboxEvent> events);
    }

    /**
     * What became of events. Those that are named nowhere were not tried, and wait as before.
     *
     * @param delivered are to be taken no more
     * @param refused by the broker for their own sake
     * @param brokerFailure why the broker takes nothing, if that is so
     */
    record Settlement(
            List<OutboxEvent> delivered,
            Map<OutboxEvent, Refusal> refused,
            @Nullable Throwable brokerFailure) {

        public static final Settlement NOTHING = new Settlement(List.of(), Map.of(), null);
    }

    /**
     * What the broker has against an event.
     *
     * @param attempts how often it has refused the event; an absent broker does not count
     * @param parked whether the event waits, and what follows on its key with it, until an operator decides about it
     */
    record Refusal(int attempts, String error, boolean parked) {}

    /**
     * @param more whether there is probably more to take at once
     * @param shared whether another relay held something that this pass could not look into
     */
    record Pass(Settlement settled, boolean more, boolean shared) {}

    /**
     * What has not been delivered.
     *
     * @param pending events that are not parked
     * @param oldestSeconds the age of the event that has waited longest of those that no parked one holds up; zero if there
     *     is none
     */
    record Backlog(long pending, long parked, long oldestSeconds) {}
}
