package com.ecom.gateway.admission;

import static java.util.Objects.requireNonNull;

import com.ecom.gateway.caller.CallerIdentity;
import com.ecom.gateway.forwarding.Routing;
import com.ecom.gateway.limits.Limits;
import com.ecom.gateway.policy.FindOperation;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.tokens.Bearer;
import com.ecom.gateway.tokens.OnlineCheck;
import com.ecom.gateway.tokens.VerifiedTokens;
import com.ecom.gateway.web.NettyExchange;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Admits a request if the access policy allows its caller, by the verified token, to call the operation, and if the caller is
 * within the rate limit. No request reaches a service except through {@link #admit}. Nearly every decision is immediate; only a
 * token that is not cached, a count that gateways have to synchronize, and an operation of high risk take longer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RequiredArgsConstructor
class AdmissionFilter implements WebFilter {

    /** Refuses ambiguous URLs, and never a plain one. */
    private final ServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();

    private final ApplicationContext ours;
    private final Checks checks;
    private final VerifiedTokens tokens;
    private final Routing routing;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // Health and metrics are on the management port, which only operators reach.
        if (!ours.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        return PlainRequest.isPlain(exchange.getRequest())
                ? decide(exchange, chain)
                : firewall.getFirewalledExchange(exchange).flatMap(_ -> decide(exchange, chain));
    }

    private Mono<Void> decide(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        HeaderLimit.check(NettyExchange.requestHeaders(exchange));
        checks.crossOrigin.check(exchange);
        if (CrossOrigin.isPreflight(exchange)) {
            return Mono.empty();
        }
        var routed = checks.findOperation.find(exchange.getRequest());
        routed.storeIn(exchange);
        FindOperation.checkVersion(headers, routed);
        String token;
        try {
            token = Bearer.tokenIn(headers);
        } catch (Refused malformed) {
            return routed.operation().deadTokenIsNone()
                    ? admit(exchange, chain, routed, CallerIdentity.ANONYMOUS)
                    : rejectToken(exchange, routed, malformed);
        }
        if (token == null) {
            return admit(exchange, chain, routed, CallerIdentity.ANONYMOUS);
        }
        var cached = tokens.cached(token);
        return cached != null
                ? admit(exchange, chain, routed, new CallerIdentity(cached))
                : tokens.verify(token)
                        .map(CallerIdentity::new)
                        .onErrorResume(why -> routed.operation().deadTokenIsNone()
                                ? Mono.just(CallerIdentity.ANONYMOUS)
                                : rejectToken(exchange, routed, why))
                        .flatMap(it -> admit(exchange, chain, routed, it));
    }

    /** A request whose token is invalid or cannot be verified counts by address, like one without a token. */
    private <T> Mono<T> rejectToken(ServerWebExchange exchange, RoutedOperation routed, Throwable why) {
        return checks.limits.count(exchange, routed, CallerIdentity.ANONYMOUS).flatMap(allowance -> {
            allowance.check();
            return Mono.error(why);
        });
    }

    /** Counts the request before it checks the role, so that refusals count, too. */
    private Mono<Void> admit(
            ServerWebExchange exchange, WebFilterChain chain, RoutedOperation routed, CallerIdentity identity) {
        identity.storeIn(exchange);
        return checks.limits.count(exchange, routed, identity).flatMap(allowance -> {
            allowance.check();
            identity.checkRole(routed);
            var bounded = checks.bodies.on(exchange, routed);
            return routed.operation().highRisk()
                    ? checks.online
                            .check(exchange, requireNonNull(identity.caller()))
                            .then(Mono.defer(() -> proceed(bounded, chain, routed)))
                    : proceed(bounded, chain, routed);
        });
    }

    private Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, RoutedOperation routed) {
        return routed.isOurs() ? chain.filter(exchange) : routing.send(exchange, routed);
    }

    /** The checks of every request, and the online check of those of high risk. */
    @Component
    record Checks(
            CrossOrigin crossOrigin,
            FindOperation findOperation,
            Limits limits,
            BodyLimit bodies,
            OnlineCheck online) {}
}
