package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import java.util.Set;
import java.util.UUID;

/** Someone who can prove by a password that they are the one who came before. */
record Account(UUID id, Email email, String passwordHash, Set<Role> roles) {

    Account {
        roles = Set.copyOf(roles);
    }
}
