package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can prove by a password that they are the one who came before.
 *
 * @param passwordHash absent until its owner chooses one
 * @param suspended whether nobody gets in
 * @param emailVerified whether its owner proved to read its mail
 * @param version how often all tokens of this account have been revoked
 */
record Account(
        UUID id,
        Email email,
        @Nullable String passwordHash,
        Set<Role> roles,
        long version,
        boolean emailVerified,
        boolean suspended) {

    static Account opened(UUID id, Email email, @Nullable String passwordHash, Set<Role> roles) {
        return new Account(id, email, passwordHash, roles, 0, false, false);
    }

    Account {
        roles = Set.copyOf(roles);
    }
}
