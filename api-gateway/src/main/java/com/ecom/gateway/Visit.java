package com.ecom.gateway;

import com.ecom.core.service.CorrelationId;
import com.ecom.core.service.Draining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The first and the last to see a request: gives it the id under which it is found again, makes every answer safe for
 * browsers, answers what went wrong, measures, and notes what came of it. The note holds nothing that a caller wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Visit implements WebFilter {

    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final Logger log = LoggerFactory.getLogger("com.ecom.gateway.access");

    private final ApplicationContext ours;
    private final Failures failures;
    private final Traces traces;
    private final Durations durations;
    private final Draining draining;

    Visit(ApplicationContext ours, Failures failures, Traces traces, Durations durations, Draining draining) {
        this.ours = ours;
        this.failures = failures;
        this.traces = traces;
        this.durations = durations;
        this.draining = draining;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ours.equals(exchange.getApplicationContext())) {
            // The management port has filters of its own.
            return chain.filter(exchange);
        }
        var began = System.nanoTime();
        traces.begin(exchange);
        var id = CorrelationId.accept(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
        prepare(exchange.getResponse().getHeaders(), id);
        if (draining.isNow()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return chain.filter(exchange)
                .onErrorResume(failure -> failures.answer(exchange, failure))
                .doFinally(end -> end(exchange, id, end, System.nanoTime() - began));
    }

    /** What a page of our own may do in a browser, as a content security policy; all else may do nothing. */
    static void allowPage(ServerWebExchange exchange, String policy) {
        exchange.getResponse().getHeaders().set("Content-Security-Policy", policy);
    }

    private static void prepare(HttpHeaders headers, String id) {
        headers.set(CorrelationId.HEADER, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Content-Security-Policy", NO_PAGE);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** In an answer of a service, what is said here counts, but for whether the answer may be kept. */
    static boolean saysItself(String header) {
        return header.equalsIgnoreCase(CorrelationId.HEADER)
                || header.equalsIgnoreCase("X-Content-Type-Options")
                || header.equalsIgnoreCase("X-Frame-Options")
                || header.equalsIgnoreCase("Content-Security-Policy")
                || header.equalsIgnoreCase("Referrer-Policy");
    }

    private void end(ServerWebExchange exchange, String id, SignalType end, long nanos) {
        // Whoever went away before the answer was there got none.
        var status = end == SignalType.CANCEL ? null : exchange.getResponse().getStatusCode();
        durations.note(exchange.getRequest().getMethod(), Known.in(exchange), status, nanos);
        traces.end(exchange, status);
        try (var _ = MDC.putCloseable(CorrelationId.KEY, id)) {
            log.info(
                    "{} {} {} {} ms",
                    exchange.getRequest().getMethod(),
                    Known.nameIn(exchange),
                    exchange.getResponse().getStatusCode(),
                    nanos / 1_000_000);
        }
    }
}
