package com.ecom.auth.accounts;

import com.ecom.core.security.AccessPolicy.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, identified by its e-mail address.
 *
 * @param passwordHash absent until its owner chooses one
 * @param suspended whether log-in is refused
 * @param emailVerified whether its owner proved to read its mail
 * @param version how often all tokens of this account have been revoked
 */
public record Account(
        UUID id,
        Email email,
        @Nullable String passwordHash,
        Set<Role> roles,
        long version,
        boolean emailVerified,
        boolean suspended) {

    public static Account opened(UUID id, Email email, @Nullable String passwordHash, Set<Role> roles) {
        return new Account(id, email, passwordHash, roles, 0, false, false);
    }

    public Account {
        roles = Set.copyOf(roles);
    }
}
