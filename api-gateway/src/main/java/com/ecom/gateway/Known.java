package com.ecom.gateway;

import com.ecom.core.service.AccessPolicy.Operation;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** An operation of the access policy, the service that it belongs to, the pattern of its paths and who may call it. */
record Known(String service, Operation operation, PathPattern path, Set<String> authorities) {

    private static final String OURS = "api-gateway";
    private static final String ATTRIBUTE = Known.class.getName();

    static Known of(String service, Operation operation) {
        return new Known(
                service,
                operation,
                PathPatternParser.defaultInstance.parse(operation.path()),
                operation.allow().stream().map(it -> "ROLE_" + it).collect(Collectors.toUnmodifiableSet()));
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

    /** As the access policy writes it. */
    String name() {
        return operation.method() + " " + operation.path();
    }
}
