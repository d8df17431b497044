package com.ecom.gateway.web;

import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.problems.Refusals;
import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.problems.Unavailable;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns failures into problem responses; a response that is already being written is aborted instead. */
@Component
@RequiredArgsConstructor
@Slf4j
class Failures {

    private static final String SOON = "5";

    private final Refusals refusals;

    Mono<Void> answer(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        for (Throwable it = failure; it != null; it = it.getCause()) {
            switch (it) {
                case Refused refused -> {
                    return refusals.refuse(exchange, refused);
                }
                case ServerExchangeRejectedException _ -> {
                    return refusals.refuse(
                            exchange, HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "This is no request of ours");
                }
                case Unavailable unavailable -> {
                    return unavailable(
                            exchange, it, unavailable.code(), Long.toString(unavailable.retryAfterSeconds()));
                }
                case ConnectException _, UnknownHostException _ -> {
                    return unavailable(exchange, it, "DOWNSTREAM_UNAVAILABLE", SOON);
                }
                case JwtException _ -> {
                    return unavailable(exchange, it, "AUTH_KEYS_UNAVAILABLE", SOON);
                }
                case TimeoutException _, ReadTimeoutException _ -> {
                    return tookTooLong(exchange);
                }
                case ResponseStatusException status
                when status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT -> {
                    return tookTooLong(exchange);
                }
                case ResponseStatusException status
                when status.getStatusCode() == HttpStatus.NOT_FOUND -> {
                    return refusals.refuse(exchange, HttpStatus.NOT_FOUND, "NO_SUCH_ROUTE", "There is nothing here");
                }
                case ResponseStatusException status
                when status.getStatusCode().is4xxClientError() -> {
                    return refusals.refuse(
                            exchange,
                            HttpStatus.valueOf(status.getStatusCode().value()),
                            "MALFORMED_REQUEST",
                            "This request is not understood");
                }
                case IOException _ -> {
                    log.warn("{} broke off: {}", RoutedOperation.nameIn(exchange), it.toString());
                    return refusals.refuse(
                            exchange, HttpStatus.BAD_GATEWAY, "DOWNSTREAM_BROKEN", "The answer broke off on its way");
                }
                default -> {}
            }
        }
        return somethingBroke(exchange, failure);
    }

    private Mono<Void> unavailable(ServerWebExchange exchange, Throwable cause, String code, String seconds) {
        log.warn("{} is not available: {}", RoutedOperation.nameIn(exchange), cause.toString());
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, seconds);
        return refusals.refuse(
                exchange, HttpStatus.SERVICE_UNAVAILABLE, code, "This is not possible now; try again soon");
    }

    private Mono<Void> tookTooLong(ServerWebExchange exchange) {
        log.warn("{} took too long", RoutedOperation.nameIn(exchange));
        return refusals.refuse(exchange, HttpStatus.GATEWAY_TIMEOUT, "DOWNSTREAM_TIMEOUT", "The answer took too long");
    }

    private Mono<Void> somethingBroke(ServerWebExchange exchange, Throwable failure) {
        var id = UUID.randomUUID();
        log.error("Error {}", id, failure);
        return refusals.refuse(
                exchange,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something went wrong on our side: " + id);
    }
}
