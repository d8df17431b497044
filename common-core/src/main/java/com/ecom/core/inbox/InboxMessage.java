package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import org.slf4j.MDC;

/** A message on its way to its effect. */
record InboxMessage(Envelope envelope, TraceLink trace) {

    /** Whatever is published, logged or traced meanwhile names this message as its cause. */
    void whileHandled(Runnable effect) {
        try (var _ = MDC.putCloseable("correlationId", envelope.correlationId())) {
            trace.continuing(envelope, () -> envelope.asCauseOf(effect));
        }
    }
}
