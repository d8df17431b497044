package com.ecom.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Somebody sends more than may pass. */
class BodyTooLarge extends RuntimeException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("The body is too large", null, false, false);
        this.limit = limit;
    }

    Mono<Void> refuse(ServerWebExchange exchange, Refusals refusals) {
        return refusals.refuse(
                exchange,
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                "A body may have up to %d bytes".formatted(limit));
    }
}
