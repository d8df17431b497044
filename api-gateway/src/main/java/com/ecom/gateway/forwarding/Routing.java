package com.ecom.gateway.forwarding;

import static java.util.Objects.requireNonNull;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.ecom.gateway.policy.Operations;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.resilience.ResilienceFilters;
import com.ecom.gateway.settings.GatewayProperties;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One route for each operation of the access policy. It evaluates no predicates, since the operation of a request is known
 * before it gets here.
 */
@Component
public class Routing {

    private final IdentityHashMap<RoutedOperation, Route> routes = new IdentityHashMap<>();
    private final FilteringWebHandler proxy;

    Routing(
            Operations operations,
            GatewayProperties properties,
            FilteringWebHandler proxy,
            ResilienceFilters resilienceFilters,
            RetryReads retryReads) {
        refuseUnknownNames(operations, properties);
        var budgets = new HashMap<String, RetryBudget>();
        for (var routed : operations.all()) {
            if (!routed.isOurs()) {
                var budget = budgets.computeIfAbsent(routed.service(), _ -> retryReads.newBudget());
                routes.put(
                        routed, routeTo(routed, properties, resilienceFilters.of(routed), retryReads.filter(budget)));
            }
        }
        this.proxy = proxy;
    }

    /** Sends the request to the service and writes its response to the client. */
    public Mono<Void> send(ServerWebExchange exchange, RoutedOperation routed) {
        var route = requireNonNull(routes.get(routed));
        var attributes = exchange.getAttributes();
        attributes.put(GATEWAY_ROUTE_ATTR, route);
        attributes.put(
                GATEWAY_REQUEST_URL_ATTR,
                at(route.getUri(), exchange.getRequest().getURI()));
        return proxy.handle(exchange);
    }

    /** Forwards path and query exactly as the client sent them. */
    private static URI at(URI service, URI requested) {
        var query = requested.getRawQuery();
        var address = service.getScheme() + "://" + service.getRawAuthority() + requested.getRawPath();
        return URI.create(query == null ? address : address + "?" + query);
    }

    private static Route routeTo(
            RoutedOperation routed,
            GatewayProperties properties,
            List<GatewayFilter> guards,
            GatewayFilter retryReads) {
        var timeout = properties.timeoutOf(routed.service(), routed.name());
        var route = Route.async()
                .id(routed.name())
                .uri(properties.addressOf(routed.service()))
                .predicate(_ -> true)
                .metadata(ForwardRequest.TIMEOUT, timeout)
                .filters(guards);
        return routed.operation().method().equals(HttpMethod.GET)
                ? route.filter(retryReads).build()
                : route.build();
    }

    private static void refuseUnknownNames(Operations operations, GatewayProperties properties) {
        var names = new TreeSet<>(properties.slow().keySet());
        names.addAll(properties.http().larger().keySet());
        operations.all().forEach(it -> names.remove(it.name()));
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(
                    "ecom.slow or ecom.http.larger names what the access policy does not: " + names);
        }
    }
}
