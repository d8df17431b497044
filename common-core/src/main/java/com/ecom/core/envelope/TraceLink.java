package com.ecom.core.envelope;

import io.micrometer.tracing.Link;
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
        var span = begin(message.traceparent(), "handle " + message.type());
        span.isAbout(message);
        span.run(effect);
    }

    /**
     * Runs the effect in a span of the trace that was noted with a thing, however long ago. Where this thread is doing
     * something else just now, such as answering a request about the thing, the span is linked to that.
     *
     * @param noted as {@link #current} said then; nothing if it was not traced
     */
    public void continuing(@Nullable String noted, String name, Runnable effect) {
        begin(noted, name).run(effect);
    }

    /** The same for a span whose end comes later. */
    public Stretch begin(@Nullable String noted, String name) {
        if (tracer == null || propagator == null) {
            return new Stretch(null, null);
        }
        Map<String, String> carrier = noted == null ? Map.of() : Map.of("traceparent", noted);
        var span =
                propagator.extract(carrier, (_, header) -> carrier.get(header)).name(name);
        var here = tracer.currentTraceContext().context();
        if (here != null && noted != null && !noted.contains(here.traceId())) {
            span.addLink(new Link(here));
        }
        return new Stretch(tracer, span.start());
    }

    /** A span from its beginning to its end, if there is one. */
    public static final class Stretch {

        private final @Nullable Tracer tracer;
        private final @Nullable Span span;

        private Stretch(@Nullable Tracer tracer, @Nullable Span span) {
            this.tracer = tracer;
            this.span = span;
        }

        private void isAbout(Envelope message) {
            if (span != null) {
                span.tag("messaging.message.id", message.id().toString()).tag("ecom.subject", message.subject());
            }
        }

        private void run(Runnable effect) {
            if (tracer == null || span == null) {
                effect.run();
                return;
            }
            try (var _ = tracer.withSpan(span)) {
                effect.run();
            } catch (RuntimeException e) {
                span.error(e);
                throw e;
            } finally {
                span.end();
            }
        }

        public void end() {
            if (span != null) {
                span.end();
            }
        }

        public void fail(Exception why) {
            if (span != null) {
                span.error(why).end();
            }
        }
    }

    /** Somewhere in a trace, or outside of any. */
    @FunctionalInterface
    public interface Place {

        /** Whatever the effect notes or publishes belongs there. */
        void run(Runnable effect);
    }
}
