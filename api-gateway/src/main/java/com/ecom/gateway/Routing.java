package com.ecom.gateway;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REACTOR_CONTEXT_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.ecom.gateway.Guards.Guarding;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Has a route for every operation of a service in the access policy and takes it without looking at the others: which operation is
 * asked for was found out before anybody was let in.
 */
@Component
class Routing extends AbstractHandlerMapping {

    private final Map<Known, Route> routes;
    private final FilteringWebHandler proxy;

    Routing(
            Operations operations,
            GatewayProperties properties,
            FilteringWebHandler proxy,
            Guarding guarding,
            OneMoreTry oneMoreTry) {
        refuseUnknownNames(operations, properties);
        var budgets = new HashMap<String, RetryBudget>();
        this.routes = operations.all().stream()
                .filter(it -> !it.isOurs())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), it -> {
                    var budget = budgets.computeIfAbsent(it.service(), _ -> oneMoreTry.newBudget());
                    return routeTo(it, properties, guarding.of(it), oneMoreTry.filter(budget));
                }));
        this.proxy = proxy;
        setOrder(0);
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        var known = Known.in(exchange);
        var route = known == null ? null : routes.get(known);
        if (route == null) {
            return Mono.empty();
        }
        return Mono.deferContextual(context -> {
            exchange.getAttributes().put(GATEWAY_ROUTE_ATTR, route);
            // From here the proxy takes the trace that it carries on.
            exchange.getAttributes().put(GATEWAY_REACTOR_CONTEXT_ATTR, context);
            return Mono.just(proxy);
        });
    }

    private static Route routeTo(
            Known known, GatewayProperties properties, GatewayFilter guard, GatewayFilter oneMoreTry) {
        var patience = properties.patienceWith(known.service(), known.name());
        var route = Route.async()
                .id(known.name())
                .uri(properties.addressOf(known.service()))
                .predicate(_ -> true)
                .metadata(RESPONSE_TIMEOUT_ATTR, patience.toMillis())
                .filter(guard);
        return known.operation().method().equals(HttpMethod.GET)
                ? route.filter(oneMoreTry).build()
                : route.build();
    }

    private static void refuseUnknownNames(Operations operations, GatewayProperties properties) {
        var names = new TreeSet<>(properties.slow().keySet());
        operations.all().forEach(it -> names.remove(it.name()));
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("ecom.slow names what the access policy does not: " + names);
        }
    }
}
