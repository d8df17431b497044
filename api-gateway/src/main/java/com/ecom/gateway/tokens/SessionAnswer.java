package com.ecom.gateway.tokens;

import com.ecom.core.security.Caller;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads what auth-service says of a session; everything but a clear yes or no is a failure. */
final class SessionAnswer {

    private SessionAnswer() {}

    /** Whether the session of this caller is active; fails if the answer does not say. */
    static Mono<Boolean> read(ClientResponse answer, Caller caller) {
        if (answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            return answer.releaseBody().thenReturn(false);
        }
        if (!answer.statusCode().isSameCodeAs(HttpStatus.OK)) {
            return answer.releaseBody().then(unclear("answered " + answer.statusCode()));
        }
        return answer.bodyToMono(JsonNode.class)
                .switchIfEmpty(unclear("answered nothing"))
                .flatMap(it -> judge(it, caller));
    }

    /** A yes is valid only for the caller whom it names. */
    private static Mono<Boolean> judge(JsonNode response, Caller caller) {
        var active = response.path("active");
        if (!active.isBoolean()) {
            return unclear("says neither yes nor no");
        }
        return !active.booleanValue()
                        || caller.id()
                                .toString()
                                .equals(response.path("subject").asString(""))
                ? Mono.just(active.booleanValue())
                : unclear("speaks of somebody else");
    }

    private static <T> Mono<T> unclear(String what) {
        return Mono.error(() -> new IOException("The issuer " + what));
    }
}
