package com.ecom.core.envelope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message and where it comes from.
 *
 * @param id the same however often the message is delivered
 * @param type name and major version of its contract, such as {@code thing.happened.v1}
 * @param source the service that sent it
 * @param subject the aggregate it is about, and the key that keeps its messages in order
 * @param sequence grows with every message of one subject from one source; gaps mean nothing
 * @param correlationId shared by all messages of one business process
 * @param causationId the message whose handling sent this one
 * @param traceparent W3C trace context of the sender
 * @param data the payload as JSON
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        long sequence,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String data) {

    private static final ScopedValue<Envelope> CURRENT = ScopedValue.newInstance();

    /** Runs the effect so that whatever it sends names this message as its cause. */
    public void asCauseOf(Runnable effect) {
        ScopedValue.where(CURRENT, this).run(effect);
    }

    /** The message being handled on this thread, if any. */
    public static @Nullable Envelope current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }
}
