package com.ecom.gateway;

import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.core.service.Caller;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who stands at the door.
 *
 * @param caller by their verified token; null for whoever brought none
 */
record Visitor(@Nullable Caller caller) {

    static final Visitor WITHOUT_A_TOKEN = new Visitor(null);
    private static final String ATTRIBUTE = Visitor.class.getName();

    void rememberIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static Visitor in(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, WITHOUT_A_TOKEN);
    }

    /** For the log: the id by the verified token, if there is one. */
    static String nameIn(ServerWebExchange exchange) {
        Visitor visitor = exchange.getAttribute(ATTRIBUTE);
        return visitor == null || visitor.caller == null
                ? "somebody unknown"
                : visitor.caller.id().toString();
    }

    /** The id of an account; null for whoever has none, as guests do: anybody can become as many guests as they like. */
    @Nullable
    String account() {
        return caller == null || caller.roles().stream().allMatch(it -> it == Role.GUEST)
                ? null
                : caller.id().toString();
    }

    /** Compares what the token says of its bearer with what the access policy says of the operation. */
    void checkRoleFor(Known known) {
        if (known.operation().isPublic()) {
            return;
        }
        if (caller == null) {
            throw new Refused(
                    HttpStatus.UNAUTHORIZED,
                    "AUTH_TOKEN_MISSING",
                    "An access token is needed",
                    Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        if (Collections.disjoint(known.operation().allow(), caller.roles())) {
            throw new Refused(HttpStatus.FORBIDDEN, "FORBIDDEN", "This token may not do that");
        }
    }
}
