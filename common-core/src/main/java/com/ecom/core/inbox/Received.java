package com.ecom.core.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What one message of a batch means to its consumer.
 *
 * @param <N> what the consumer makes of messages
 */
public final class Received<N> {

    private final N content;
    private final InboxMessage message;

    Received(N content, InboxMessage message) {
        this.content = content;
        this.message = message;
    }

    public N content() {
        return content;
    }

    /** The same message, understood further. */
    public <M> Received<M> as(M meaning) {
        return new Received<>(meaning, message);
    }

    /** Where the sender was in its trace, if it was traced. */
    public @Nullable String traceparent() {
        return message.envelope().traceparent();
    }

    /** Runs what this message leads to, so that whatever is published, logged or traced meanwhile names it as its cause. */
    public void whileHandled(Runnable effect) {
        message.whileHandled(effect);
    }
}
