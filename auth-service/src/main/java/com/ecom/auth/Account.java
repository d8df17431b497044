package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who can prove by a password that they are the one who came before.
 *
 * @param emailVerified whether its owner proved to read its mail
 * @param version how often all tokens of this account have been revoked
 */
record Account(UUID id, Email email, String passwordHash, Set<Role> roles, long version, boolean emailVerified) {

    static Account opened(UUID id, Email email, String passwordHash, Set<Role> roles) {
        return new Account(id, email, passwordHash, roles, 0, false);
    }

    Account {
        roles = Set.copyOf(roles);
    }
}
