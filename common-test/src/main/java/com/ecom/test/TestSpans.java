package com.ecom.test;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The latest spans of the service under test that came to their end, as they would go to Zipkin. */
public class TestSpans extends SpanHandler {

    private static final int MOST = 10_000;

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    @Override
    public boolean end(TraceContext context, MutableSpan span, @Nullable Cause cause) {
        ended.add(new Ended(context.traceIdString(), String.valueOf(span.name()), Map.copyOf(span.tags())));
        while (ended.size() > MOST) {
            ended.poll();
        }
        return true;
    }

    public List<Ended> of(TestTrace trace) {
        return ended.stream().filter(it -> it.trace().equals(trace.id())).toList();
    }

    public record Ended(String trace, String name, Map<String, String> tags) {

        /** Whether it says that it was done in the course of something of that trace. */
        public boolean isLinkedTo(TestTrace other) {
            return tags.containsValue(other.id());
        }
    }
}
