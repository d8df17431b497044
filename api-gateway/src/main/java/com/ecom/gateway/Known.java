package com.ecom.gateway;

import com.ecom.core.service.AccessPolicy.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** An operation of the access policy, the service that it belongs to, and the pattern of its paths. */
record Known(String service, Operation operation, PathPattern path) {

    private static final String OURS = "api-gateway";
    private static final String WEBHOOKS = "/api/payments/webhooks/";
    private static final String ATTRIBUTE = Known.class.getName();

    static Known of(String service, Operation operation) {
        return new Known(service, operation, PathPatternParser.defaultInstance.parse(operation.path()));
    }

    /** Notes in the exchange what was found out about it. */
    void rememberIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static @Nullable Known in(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** For the log: the pattern, and never the path that the caller wrote. */
    static String nameIn(ServerWebExchange exchange) {
        var known = in(exchange);
        return known == null ? "-" : known.operation.path();
    }

    /** Whether the gateway itself answers. */
    boolean isOurs() {
        return service.equals(OURS);
    }

    /** Whether payment providers call it, as they please; their signature is all that counts. */
    boolean isWebhook() {
        return operation.path().startsWith(WEBHOOKS);
    }

    /** As the access policy writes it. */
    String name() {
        return operation.method() + " " + operation.path();
    }
}
