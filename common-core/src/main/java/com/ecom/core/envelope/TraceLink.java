package com.ecom.core.envelope;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a trace across a message: the sender's context goes into the envelope, the receiver's span joins it. */
public class TraceLink {

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    public TraceLink(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The W3C {@code traceparent} of what this thread is doing, if it is traced. */
    public @Nullable String current() {
        if (tracer == null || propagator == null) {
            return null;
        }
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(context, carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get("traceparent");
    }

    /** The id of the current trace, for people to look it up by. */
    public @Nullable String traceId() {
        var traceparent = current();
        return traceparent == null ? null : traceparent.split("-", -1)[1];
    }

    /** Where this thread is in its trace, for another thread that works for it. */
    public Place here() {
        if (tracer == null) {
            return Runnable::run;
        }
        var contexts = tracer.currentTraceContext();
        var context = contexts.context();
        return effect -> {
            try (var _ = contexts.maybeScope(context)) {
                effect.run();
            }
        };
    }

    /** Runs the effect in a span that continues the sender's trace. */
    public void continuing(Envelope message, Runnable effect) {
        if (tracer == null || propagator == null) {
            effect.run();
            return;
        }
        Map<String, String> carrier =
                message.traceparent() == null ? Map.of() : Map.of("traceparent", message.traceparent());
        var span = propagator
                .extract(carrier, (_, name) -> carrier.get(name))
                .name("handle " + message.type())
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.message.id", message.id().toString())
                .tag("ecom.subject", message.subject())
                .start();
        try (var _ = tracer.withSpan(span)) {
            effect.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** Somewhere in a trace, or outside of any. */
    @FunctionalInterface
    public interface Place {

        /** Whatever the effect notes or publishes belongs there. */
        void run(Runnable effect);
    }
}
