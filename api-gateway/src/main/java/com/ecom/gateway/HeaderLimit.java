package com.ecom.gateway;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses requests with more headers than any client of ours sends, and with two tokens, of which two readers could
 * believe a different one each. How long headers may be, the server itself limits.
 */
class HeaderLimit implements WebFilter {

    private static final int AT_MOST = 100;

    private final Refusals refusals;

    HeaderLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (count(headers) > AT_MOST) {
            return refusals.refuse(
                    exchange,
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "TOO_MANY_HEADERS",
                    "A request may have up to %d headers".formatted(AT_MOST));
        }
        return headers.getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1
                ? refusals.refuse(exchange, HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "There are two tokens")
                : chain.filter(exchange);
    }

    private static int count(HttpHeaders headers) {
        return headers.headerNames().stream()
                .mapToInt(it -> headers.getOrEmpty(it).size())
                .sum();
    }
}
