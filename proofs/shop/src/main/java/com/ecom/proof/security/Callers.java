package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Resources;

/** Somebody who may call an operation: the owner of things where customers may, staff elsewhere. */
record Callers(Fixture fixture, Resources things) {

    /** Good at every door; empty if anybody may. An owner's is not for what is of high risk, which a bystander calls instead. */
    String tokenFor(Described it) {
        return it.operation().highRisk() && isForCustomers(it)
                ? fixture.issuer().of(Role.CUSTOMER)
                : tokenAtTheServiceFor(it);
    }

    /** Services leave it to the gateway to look for the session of a caller, so that an owner sees all that is theirs. */
    String tokenAtTheServiceFor(Described it) {
        var allowed = it.operation().allow();
        if (allowed.isEmpty()) {
            return "";
        }
        return isForCustomers(it)
                ? fixture.issuer().of(things.owner(), Role.CUSTOMER)
                : fixture.issuer().of(allowed.stream().sorted().toList().getLast());
    }

    private static boolean isForCustomers(Described it) {
        return it.operation().allow().contains(Role.CUSTOMER);
    }
}
