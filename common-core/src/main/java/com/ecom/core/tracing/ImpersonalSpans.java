package com.ecom.core.tracing;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes from spans what may name a person or a card: whole addresses, which a caller may have put anything into, and the
 * words of failures. Templates of addresses and kinds of failures stay.
 */
class ImpersonalSpans extends SpanHandler {

    @Override
    public boolean end(TraceContext context, MutableSpan span, @Nullable Cause cause) {
        span.removeTag("http.url");
        var failure = span.error();
        if (failure != null) {
            span.error(null);
            span.tag("error", failure.getClass().getSimpleName());
        }
        return true;
    }
}
