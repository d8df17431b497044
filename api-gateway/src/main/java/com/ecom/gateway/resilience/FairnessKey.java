package com.ecom.gateway.resilience;

import com.ecom.gateway.caller.CallerIdentity;

/**
 * On whose behalf a request is made, for whatever one caller must not decide for all.
 *
 * @param network all addresses that somebody who has one of them can usually have
 * @param account the id of an account, or the network of whoever has none
 */
record FairnessKey(String network, String account) {

    static FairnessKey of(String network, CallerIdentity identity) {
        var account = identity.account();
        return new FairnessKey(network, account == null ? network : account);
    }
}
