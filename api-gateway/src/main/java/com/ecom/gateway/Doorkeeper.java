package com.ecom.gateway;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Compares what a token says of its bearer with what the access policy says of the operation. */
class Doorkeeper implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationResult NO = new AuthorizationDecision(false);
    private static final AuthorizationResult YES = new AuthorizationDecision(true);

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        var known = Known.in(context.getExchange());
        if (known == null) {
            return Mono.just(NO);
        }
        if (known.operation().isPublic()) {
            return Mono.just(YES);
        }
        return authentication
                .filter(Authentication::isAuthenticated)
                .map(it -> mayCall(known, it) ? YES : NO)
                .defaultIfEmpty(NO);
    }

    private static boolean mayCall(Known known, Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(it -> known.authorities().contains(it));
    }
}
