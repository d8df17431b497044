package com.ecom.gateway;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets in what the access policy names, in a version that we speak, before anybody is asked who they are. */
class Admission implements WebFilter {

    private static final String VERSION = "X-API-Version";
    private static final Set<String> SPOKEN = Set.of("1", "v1");

    /** Providers call these as they please; their signature is all that counts. */
    private static final String WEBHOOKS = "/api/payments/webhooks/";

    /**
     * Letters, digits and {@code - . _ ~} need no encoding (RFC 3986, 2.3); whoever encodes them, or writes bytes that
     * are never UTF-8, hides something.
     */
    private static final Pattern ENCODED_WITHOUT_NEED = Pattern.compile(
            "%(?:2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE]|[cC][01]|[fF][5-9a-fA-F])");

    private final Operations operations;
    private final Refusals refusals;

    Admission(Operations operations, Refusals refusals) {
        this.operations = operations;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (ENCODED_WITHOUT_NEED.matcher(request.getURI().getRawPath()).find()) {
            return refusals.refuse(
                    exchange, HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "There is only one way to write this path");
        }
        var here = operations.at(request.getPath().pathWithinApplication());
        var asked = here.stream()
                .filter(it -> it.operation().method().equals(request.getMethod()))
                .findFirst();
        if (here.isEmpty()) {
            return refusals.refuse(exchange, HttpStatus.NOT_FOUND, "NO_SUCH_ROUTE", "There is nothing here");
        }
        if (asked.isEmpty()) {
            return refuseMethod(exchange, here);
        }
        asked.get().rememberIn(exchange);
        if (!isSpoken(request.getHeaders(), asked.get())) {
            return refusals.refuse(
                    exchange, HttpStatus.BAD_REQUEST, "API_VERSION_MISMATCH", "The API has version 1 and no other");
        }
        return chain.filter(exchange);
    }

    private Mono<Void> refuseMethod(ServerWebExchange exchange, List<Known> here) {
        exchange.getResponse()
                .getHeaders()
                .setAllow(here.stream().map(it -> it.operation().method()).collect(Collectors.toSet()));
        return refusals.refuse(
                exchange, HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "This cannot be done with that method");
    }

    private static boolean isSpoken(HttpHeaders headers, Known known) {
        var versions = headers.get(VERSION);
        return versions == null
                || SPOKEN.containsAll(versions)
                || known.operation().path().startsWith(WEBHOOKS);
    }
}
