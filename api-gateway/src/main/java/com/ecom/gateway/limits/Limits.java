package com.ecom.gateway.limits;

import static java.util.Objects.requireNonNull;

import com.ecom.gateway.caller.CallerAddress;
import com.ecom.gateway.caller.CallerIdentity;
import com.ecom.gateway.policy.Operations;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.settings.TrafficProperties;
import com.ecom.gateway.settings.TrafficProperties.Profile;
import com.ecom.gateway.settings.TrafficProperties.Rate;
import java.util.IdentityHashMap;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts the requests of each caller and adds the {@code RateLimit} headers. Accounts count by their id. Anonymous callers
 * and guests count by address, and so does every request to auth-service, since one person can create many accounts.
 */
@Component
public class Limits {

    private static final String ACCOUNTS = "auth-service";

    private final IdentityHashMap<RoutedOperation, Limit> limits;
    private final Buckets buckets;
    private final CallerAddress addresses;

    Limits(Operations operations, TrafficProperties traffic, CallerAddress addresses, Buckets buckets) {
        var profile = traffic.chosen();
        refuseUnknownNames(operations, profile);
        // Each operation exists once, so identity is enough.
        this.limits = new IdentityHashMap<>();
        operations.all().forEach(it -> limits.put(it, Limit.of(it, profile)));
        this.buckets = buckets;
        this.addresses = addresses;
    }

    /**
     * Counts one more request and writes what is left into the response; the allowance says whether the request is within
     * the limit. Waits only if gateways have to synchronize; never fails.
     */
    public Mono<Allowance> count(ServerWebExchange exchange, RoutedOperation routed, CallerIdentity identity) {
        var limit = requireNonNull(limits.get(routed));
        return buckets.take(limit.name + callerOf(exchange, limit, identity), limit.rate)
                .doOnNext(it -> writeHeaders(exchange.getResponse().getHeaders(), it, limit));
    }

    private static void writeHeaders(HttpHeaders headers, Allowance allowance, Limit limit) {
        headers.set("RateLimit-Policy", limit.policy);
        headers.set("RateLimit", allowance.header(limit.name));
    }

    private String callerOf(ServerWebExchange exchange, Limit limit, CallerIdentity identity) {
        var account = limit.byAddress ? null : identity.account();
        return account == null ? ":at:" + addressOf(exchange) : ":is:" + account;
    }

    private String addressOf(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return addresses.of(request.getRemoteAddress(), request.getHeaders());
    }

    private static void refuseUnknownNames(Operations operations, Profile profile) {
        var names = new TreeSet<>(profile.limits().keySet());
        names.addAll(profile.shed().keySet());
        operations.all().forEach(it -> {
            names.remove(it.name());
            names.remove(it.service());
        });
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("ecom.traffic limits what the access policy does not name: " + names);
        }
    }

    /** @param name the scope of a caller's bucket: a service or, with a rate of its own, an operation */
    private record Limit(String name, Rate rate, boolean byAddress, String policy) {

        static Limit of(RoutedOperation routed, Profile profile) {
            var own = profile.limits().containsKey(routed.name());
            var name = own ? routed.name() : routed.service();
            var rate = profile.limits().getOrDefault(name, profile.any());
            return new Limit(name, rate, routed.service().equals(ACCOUNTS), Allowance.policy(name, rate));
        }
    }
}
