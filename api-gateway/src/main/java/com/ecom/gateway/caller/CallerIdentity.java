package com.ecom.gateway.caller;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.problems.Refused;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who sends a request.
 *
 * @param caller by the verified token; null if the request has none
 */
public record CallerIdentity(@Nullable Caller caller) {

    public static final CallerIdentity ANONYMOUS = new CallerIdentity(null);
    private static final String ATTRIBUTE = CallerIdentity.class.getName();

    public void storeIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public static CallerIdentity in(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, ANONYMOUS);
    }

    /** For the log: the id by the verified token, if there is one. */
    public static String nameIn(ServerWebExchange exchange) {
        CallerIdentity identity = exchange.getAttribute(ATTRIBUTE);
        return identity == null || identity.caller == null
                ? "somebody unknown"
                : identity.caller.id().toString();
    }

    /** The id of the account; null for anonymous callers and guests, since one person can be any number of guests. */
    @Nullable
    public String account() {
        return caller == null || caller.roles().stream().allMatch(it -> it == Role.GUEST)
                ? null
                : caller.id().toString();
    }

    /** Compares the roles of the token with those that the access policy allows. */
    public void checkRole(RoutedOperation routed) {
        if (routed.operation().isPublic()) {
            return;
        }
        if (caller == null) {
            throw new Refused(
                    HttpStatus.UNAUTHORIZED,
                    "AUTH_TOKEN_MISSING",
                    "An access token is needed",
                    Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        if (Collections.disjoint(routed.operation().allow(), caller.roles())) {
            throw new Refused(HttpStatus.FORBIDDEN, "FORBIDDEN", "This token may not do that");
        }
    }
}
