package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Resources;
import java.util.Set;
import java.util.UUID;

/** Somebody who may call an operation: the owner of things where customers may, staff elsewhere. */
record Callers(Fixture fixture, Resources things) {

    /** Empty if anybody may. */
    String tokenFor(Described it) {
        return tokenFor(it.operation().allow(), things.owner());
    }

    String tokenFor(Set<Role> allowed, UUID customer) {
        if (allowed.isEmpty()) {
            return "";
        }
        return allowed.contains(Role.CUSTOMER)
                ? fixture.issuer().of(customer, Role.CUSTOMER)
                : fixture.issuer().of(allowed.stream().sorted().toList().getLast());
    }
}
