package com.ecom.gateway;

import com.ecom.core.service.CorrelationId;
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

/**
 * The first and the last to see a request: gives it the id under which it is found again, makes every answer safe for
 * browsers, answers what went wrong, and notes what came of it. The note holds nothing that a caller wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Visit implements WebFilter {

    private static final String PAGE = Visit.class.getName() + ".page";
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final Logger log = LoggerFactory.getLogger("com.ecom.gateway.access");

    private final ApplicationContext ours;
    private final Failures failures;

    Visit(ApplicationContext ours, Failures failures) {
        this.ours = ours;
        this.failures = failures;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ours.equals(exchange.getApplicationContext())) {
            // The management port has filters of its own.
            return chain.filter(exchange);
        }
        var began = System.nanoTime();
        var id = CorrelationId.accept(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
        var headers = exchange.getResponse().getHeaders();
        headers.set(CorrelationId.HEADER, id);
        exchange.getResponse().beforeCommit(() -> {
            finish(headers, id, exchange.getAttributeOrDefault(PAGE, NO_PAGE));
            return Mono.empty();
        });
        return chain.filter(exchange)
                .onErrorResume(failure -> failures.answer(exchange, failure))
                .doFinally(_ -> note(exchange, id, (System.nanoTime() - began) / 1_000_000));
    }

    /** What a page of our own may do in a browser, as a content security policy; all else may do nothing. */
    static void allowPage(ServerWebExchange exchange, String policy) {
        exchange.getAttributes().put(PAGE, policy);
    }

    private static void finish(HttpHeaders headers, String id, String page) {
        headers.set(CorrelationId.HEADER, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Content-Security-Policy", page);
        headers.set("Referrer-Policy", "no-referrer");
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
    }

    private static void note(ServerWebExchange exchange, String id, long millis) {
        try (var _ = MDC.putCloseable(CorrelationId.KEY, id)) {
            log.info(
                    "{} {} {} {} ms",
                    exchange.getRequest().getMethod(),
                    Known.nameIn(exchange),
                    exchange.getResponse().getStatusCode(),
                    millis);
        }
    }
}
