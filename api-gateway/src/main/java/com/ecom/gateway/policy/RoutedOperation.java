package com.ecom.gateway.policy;

import com.ecom.core.security.AccessPolicy.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** An operation of the access policy, the service that owns it, and the pattern of its paths. */
public record RoutedOperation(String service, Operation operation, PathPattern path) {

    private static final String OURS = "api-gateway";
    private static final String WEBHOOKS = "/api/payments/webhooks/";
    private static final String ATTRIBUTE = RoutedOperation.class.getName();

    static RoutedOperation of(String service, Operation operation) {
        return new RoutedOperation(service, operation, PathPatternParser.defaultInstance.parse(operation.path()));
    }

    /** Stores this as the operation that the exchange calls. */
    public void storeIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public static @Nullable RoutedOperation in(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** For the log: the pattern, and never the path that the caller sent. */
    public static String nameIn(ServerWebExchange exchange) {
        var routed = in(exchange);
        return routed == null ? "-" : routed.operation.path();
    }

    /** Whether the gateway itself handles it. */
    public boolean isOurs() {
        return service.equals(OURS);
    }

    /** Whether payment providers call it, which authenticate by their signature alone. */
    public boolean isWebhook() {
        return operation.path().startsWith(WEBHOOKS);
    }

    /** The name in the access policy: method and path pattern. */
    public String name() {
        return operation.method() + " " + operation.path();
    }
}
