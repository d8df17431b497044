package com.ecom.core.security;

import com.ecom.core.security.AccessPolicy.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whoever sent the request, by their verified token and nothing else. A controller method that takes one gets it.
 *
 * @param id the token's {@code sub}
 * @param email as known to the issuer; guests have none
 */
public record Caller(UUID id, Set<Role> roles, @Nullable String email) {

    /** Whoever's request this thread handles. */
    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken it) {
            return of(it.getToken());
        }
        throw new AuthenticationCredentialsNotFoundException("This operation needs a token");
    }

    /** By a token that was verified. */
    public static Caller of(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        return new Caller(
                UUID.fromString(token.getSubject()),
                roles == null ? Set.of() : roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                token.getClaimAsString("email"));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
