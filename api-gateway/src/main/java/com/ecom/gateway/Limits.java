package com.ecom.gateway;

import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.gateway.TrafficProperties.Profile;
import com.ecom.gateway.TrafficProperties.Rate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses who asks more than one caller may (429), and tells everybody what is left. Accounts count by their id; whoever
 * has none, or can make as many as they like, counts by address: so do guests, and so does everything on the way to an
 * account.
 */
@Component
class Limits {

    private static final String ACCOUNTS = "auth-service";
    private static final Set<String> ACCOUNT_ROLES = Arrays.stream(Role.values())
            .filter(it -> it != Role.GUEST)
            .map(it -> "ROLE_" + it)
            .collect(Collectors.toUnmodifiableSet());
    private static final Mono<String> NOBODY = Mono.just("");

    private final Map<Known, Limit> limits;
    private final Buckets buckets;
    private final CallerAddress addresses;
    private final Refusals refusals;

    Limits(
            Operations operations,
            TrafficProperties traffic,
            CallerAddress addresses,
            Buckets buckets,
            Refusals refusals) {
        var profile = traffic.chosen();
        refuseUnknownNames(operations, profile);
        this.limits = operations.all().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), it -> Limit.of(it, profile)));
        this.buckets = buckets;
        this.addresses = addresses;
        this.refusals = refusals;
    }

    /** Runs once callers are known and before it matters what they may do, so that refusals count, too. */
    WebFilter filter() {
        return (exchange, chain) -> {
            var known = Known.in(exchange);
            var limit = known == null ? null : limits.get(known);
            return limit == null ? chain.filter(exchange) : pass(exchange, chain, limit);
        };
    }

    private Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain, Limit limit) {
        return callerOf(exchange, limit)
                .flatMap(caller -> buckets.take(limit.name + ":" + caller, limit.rate))
                .flatMap(allowance -> {
                    var headers = exchange.getResponse().getHeaders();
                    headers.set("RateLimit-Policy", limit.policy);
                    headers.set("RateLimit", allowance.header(limit.name));
                    return allowance.allowed() ? chain.filter(exchange) : refuse(exchange, allowance);
                });
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Allowance allowance) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(allowance.retryAfterSeconds()));
        return refusals.refuse(
                exchange,
                HttpStatus.TOO_MANY_REQUESTS,
                "RATE_LIMIT_EXCEEDED",
                "This is too much at once; wait a little");
    }

    private Mono<String> callerOf(ServerWebExchange exchange, Limit limit) {
        var account = limit.byAddress
                ? NOBODY
                : ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(SecurityContext::getAuthentication)
                        .filter(Limits::isAnAccount)
                        .map(Authentication::getName)
                        .switchIfEmpty(NOBODY);
        return account.map(it -> it.isEmpty() ? "at:" + addressOf(exchange) : "is:" + it);
    }

    private String addressOf(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return addresses.of(request.getRemoteAddress(), request.getHeaders());
    }

    private static boolean isAnAccount(Authentication caller) {
        return caller.isAuthenticated()
                && caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(ACCOUNT_ROLES::contains);
    }

    private static void refuseUnknownNames(Operations operations, Profile profile) {
        var names = new TreeSet<>(profile.limits().keySet());
        operations.all().forEach(it -> {
            names.remove(it.name());
            names.remove(it.service());
        });
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("ecom.traffic limits what the access policy does not name: " + names);
        }
    }

    /** @param name what shares one bucket per caller: a service or, with a rate of its own, an operation */
    private record Limit(String name, Rate rate, boolean byAddress, String policy) {

        static Limit of(Known known, Profile profile) {
            var own = profile.limits().containsKey(known.name());
            var name = own ? known.name() : known.service();
            var rate = profile.limits().getOrDefault(name, profile.any());
            return new Limit(name, rate, known.service().equals(ACCOUNTS), Allowance.policy(name, rate));
        }
    }
}
