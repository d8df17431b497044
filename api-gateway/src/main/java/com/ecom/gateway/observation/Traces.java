package com.ecom.gateway.observation;

import com.ecom.gateway.policy.RoutedOperation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Continues a caller's trace (W3C {@code traceparent}) or starts one. A request is one span, the parent of the service's
 * span; the call between the two has no span of its own.
 */
@Component
public class Traces {

    private static final String ATTRIBUTE = Traces.class.getName();

    private final Propagator propagator;

    public Traces(ObjectProvider<Propagator> propagator) {
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    public void start(ServerWebExchange exchange) {
        var span = propagator
                .extract(exchange.getRequest().getHeaders(), HttpHeaders::getFirst)
                .kind(Span.Kind.SERVER)
                .start();
        exchange.getAttributes().put(ATTRIBUTE, span);
    }

    /** Adds the trace context of the request to the headers of a call. */
    public void inject(ServerWebExchange exchange, BiConsumer<String, String> headers) {
        var span = spanOf(exchange);
        if (span != null) {
            propagator.inject(span.context(), headers, Traces::set);
        }
    }

    /** @param status none if the client disconnected before there was one */
    public void end(ServerWebExchange exchange, @Nullable HttpStatusCode status) {
        var span = spanOf(exchange);
        if (span == null) {
            return;
        }
        if (!span.isNoop()) {
            var method = exchange.getRequest().getMethod().name();
            var path = RoutedOperation.nameIn(exchange);
            span.name("http %s %s".formatted(method.toLowerCase(Locale.ROOT), path));
            span.tag("method", method);
            span.tag("uri", path);
            span.tag("status", status == null ? "UNKNOWN" : Integer.toString(status.value()));
        }
        span.end();
    }

    private static @Nullable Span spanOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    private static void set(@Nullable BiConsumer<String, String> headers, String name, String value) {
        if (headers != null) {
            headers.accept(name, value);
        }
    }
}
