package com.ecom.gateway;

import static java.util.Objects.requireNonNull;

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
 * Who may come in: those whom the access policy lets call the operation, by a token that we verify ourselves, and no
 * more often than one caller may. There is no other way to a service than through {@link #letIn}. Nearly always all of it is decided at
 * once; only a token that was not seen lately, a count that has to be agreed with other gateways, and what is of high risk
 * take a moment.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Door implements WebFilter {

    /** Refuses addresses that two readers could understand differently, and finds nothing in those that are plain. */
    private final ServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();

    private final ApplicationContext ours;
    private final Questions questions;
    private final VerifiedTokens tokens;
    private final Routing routing;

    Door(ApplicationContext ours, Questions questions, VerifiedTokens tokens, Routing routing) {
        this.ours = ours;
        this.questions = questions;
        this.tokens = tokens;
        this.routing = routing;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // Health and metrics live on the management port, which only operators reach.
        if (!ours.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        return PlainRequest.isOne(exchange.getRequest())
                ? enter(exchange, chain)
                : firewall.getFirewalledExchange(exchange).flatMap(_ -> enter(exchange, chain));
    }

    private Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        HeaderLimit.check(Wire.said(exchange));
        questions.crossOrigin.check(exchange);
        if (CrossOrigin.isThatAll(exchange)) {
            return Mono.empty();
        }
        var known = questions.admission.admit(exchange.getRequest());
        known.rememberIn(exchange);
        Admission.checkVersion(headers, known);
        String token;
        try {
            token = Bearer.tokenIn(headers);
        } catch (Refused malformed) {
            return known.operation().deadTokenIsNone()
                    ? letIn(exchange, chain, known, Visitor.WITHOUT_A_TOKEN)
                    : turnAway(exchange, known, malformed);
        }
        if (token == null) {
            return letIn(exchange, chain, known, Visitor.WITHOUT_A_TOKEN);
        }
        var believed = tokens.believed(token);
        return believed != null
                ? letIn(exchange, chain, known, new Visitor(believed))
                : tokens.verify(token)
                        .map(Visitor::new)
                        .onErrorResume(why -> known.operation().deadTokenIsNone()
                                ? Mono.just(Visitor.WITHOUT_A_TOKEN)
                                : turnAway(exchange, known, why))
                        .flatMap(it -> letIn(exchange, chain, known, it));
    }

    /** Whoever brings a token that is no good, or that nobody can judge, counts by address as a visitor without one. */
    private <T> Mono<T> turnAway(ServerWebExchange exchange, Known known, Throwable why) {
        return questions.limits.count(exchange, known, Visitor.WITHOUT_A_TOKEN).flatMap(allowance -> {
            allowance.check();
            return Mono.error(why);
        });
    }

    /** Counted before it matters what they may do, so that refusals count, too. */
    private Mono<Void> letIn(ServerWebExchange exchange, WebFilterChain chain, Known known, Visitor visitor) {
        visitor.rememberIn(exchange);
        return questions.limits.count(exchange, known, visitor).flatMap(allowance -> {
            allowance.check();
            visitor.checkRoleFor(known);
            var bounded = questions.bodies.on(exchange);
            return known.operation().highRisk()
                    ? questions
                            .online
                            .check(exchange, requireNonNull(visitor.caller()))
                            .then(Mono.defer(() -> goOn(bounded, chain, known)))
                    : goOn(bounded, chain, known);
        });
    }

    private Mono<Void> goOn(ServerWebExchange exchange, WebFilterChain chain, Known known) {
        return known.isOurs() ? chain.filter(exchange) : routing.send(exchange, known);
    }

    /** What is asked of every request, and online, what is asked of those of high risk. */
    @Component
    record Questions(
            CrossOrigin crossOrigin, Admission admission, Limits limits, BodyLimit bodies, OnlineCheck online) {}
}
