package com.ecom.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImpersonalSpansTests {

    @Test
    void aSpanSaysWhichOperationFailedAndHowButNotOnWhomOrOnWhat() {
        var span = new MutableSpan();
        span.tag("uri", "/api/customers/{email}");
        span.tag("http.url", "/api/customers/ada@example.com");
        span.error(new IllegalStateException("Duplicate entry 'ada@example.com'"));

        var context = TraceContext.newBuilder().traceId(1).spanId(1).build();
        assertThat(new ImpersonalSpans().end(context, span, SpanHandler.Cause.FINISHED))
                .isTrue();

        assertThat(span.tags())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("uri", "/api/customers/{email}", "error", "IllegalStateException"));
        assertThat(span.error()).isNull();
    }
}
