package com.ecom.gateway.web;

import com.ecom.core.lifecycle.Draining;
import com.ecom.core.tracing.CorrelationId;
import com.ecom.gateway.caller.CallerAddress;
import com.ecom.gateway.caller.CallerIdentity;
import com.ecom.gateway.observation.Durations;
import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.policy.RoutedOperation;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The outermost filter: assigns the correlation id, adds security headers to every response, turns failures into problem
 * responses, measures, traces and writes the access log, which contains nothing that a caller sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
public class EdgeFilter implements WebFilter {

    private static final AsciiString POLICY = AsciiString.cached("content-security-policy");

    private static final AsciiString ONLY_ENCRYPTED = AsciiString.cached("strict-transport-security");
    private static final AsciiString FOR_A_YEAR = AsciiString.cached("max-age=31536000; includeSubDomains");

    /** Headers of every response, some of which Swagger UI or a service may replace. */
    private static final HttpHeaders SAFE_IN_BROWSERS = new DefaultHttpHeaders()
            .add(AsciiString.cached("x-content-type-options"), AsciiString.cached("nosniff"))
            .add(AsciiString.cached("x-frame-options"), AsciiString.cached("DENY"))
            .add(POLICY, AsciiString.cached("default-src 'none'; base-uri 'none'; frame-ancestors 'none'"))
            .add(AsciiString.cached("referrer-policy"), AsciiString.cached("no-referrer"))
            .add(HttpHeaderNames.CACHE_CONTROL, AsciiString.cached("no-store"));

    private static final List<AsciiString> OWN_HEADERS = List.of(
            AsciiString.cached("x-correlation-id"),
            AsciiString.cached("x-content-type-options"),
            AsciiString.cached("x-frame-options"),
            POLICY,
            ONLY_ENCRYPTED,
            AsciiString.cached("referrer-policy"));

    private static final Logger log = LoggerFactory.getLogger("com.ecom.gateway.access");

    private final ApplicationContext ours;
    private final Failures failures;
    private final Traces traces;
    private final Durations durations;
    private final Draining draining;
    private final CallerAddress addresses;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ours.equals(exchange.getApplicationContext())) {
            // The management port has its own filters.
            return chain.filter(exchange);
        }
        var began = System.nanoTime();
        traces.start(exchange);
        var id = CorrelationId.accept(NettyExchange.requestHeaders(exchange).get(CorrelationId.HEADER));
        var responseHeaders = NettyExchange.responseHeaders(exchange);
        responseHeaders.add(SAFE_IN_BROWSERS).set(CorrelationId.HEADER, id);
        var request = exchange.getRequest();
        if (addresses.isEncrypted(request.getRemoteAddress(), request.getHeaders())) {
            // Only over TLS: RFC 6797, 7.2.
            responseHeaders.set(ONLY_ENCRYPTED, FOR_A_YEAR);
        }
        if (draining.isNow()) {
            responseHeaders.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return chain.filter(exchange)
                .onErrorResume(failure -> failures.answer(exchange, failure))
                .doFinally(end -> end(exchange, id, end, System.nanoTime() - began));
    }

    /** Replaces the content security policy, which forbids everything, for a page of the gateway. */
    public static void allowPage(ServerWebExchange exchange, String policy) {
        NettyExchange.responseHeaders(exchange).set(POLICY, policy);
    }

    /** Whether the gateway sets this header itself and ignores it in the response of a service. */
    public static boolean isOwnHeader(CharSequence header) {
        for (var ours : OWN_HEADERS) {
            if (ours.contentEqualsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    private void end(ServerWebExchange exchange, String id, SignalType end, long nanos) {
        // A client that disconnected before the response got no status.
        var status = end == SignalType.CANCEL ? null : exchange.getResponse().getStatusCode();
        durations.record(exchange.getRequest().getMethod(), RoutedOperation.in(exchange), status, nanos);
        traces.end(exchange, status);
        try (var _ = MDC.putCloseable(CorrelationId.KEY, id)) {
            var request = exchange.getRequest().getMethod();
            var name = RoutedOperation.nameIn(exchange);
            var sent = exchange.getResponse().getStatusCode();
            var millis = nanos / 1_000_000;
            if (sent != null && sent.is4xxClientError()) {
                log.info("{} {} {} {} ms, refused to {}", request, name, sent, millis, CallerIdentity.nameIn(exchange));
            } else {
                log.info("{} {} {} {} ms", request, name, sent, millis);
            }
        }
    }
}
