package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.ground.Apis.Described;
import com.ecom.proof.security.ground.Ground;
import com.ecom.proof.security.ground.Things;
import java.util.Set;
import java.util.UUID;

/** Somebody who may call an operation: the owner of things where customers may, staff elsewhere. */
record Callers(Ground ground, Things things) {

    /** Empty if anybody may. */
    String tokenFor(Described it) {
        return tokenFor(it.operation().allow(), things.owner());
    }

    String tokenFor(Set<Role> allowed, UUID customer) {
        if (allowed.isEmpty()) {
            return "";
        }
        return allowed.contains(Role.CUSTOMER)
                ? ground.mint().of(customer, Role.CUSTOMER)
                : ground.mint().of(allowed.stream().sorted().toList().getLast());
    }
}
