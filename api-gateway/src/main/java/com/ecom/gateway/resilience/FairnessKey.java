package com.ecom.gateway.resilience;

import com.ecom.gateway.caller.CallerIdentity;

/**
 * Identifies a caller wherever breakers, bulkheads and limits must treat callers fairly.
 *
 * @param network the network of the client address
 * @param account the id of the account, or the network if there is none
 */
record FairnessKey(String network, String account) {

    static FairnessKey of(String network, CallerIdentity identity) {
        var account = identity.account();
        return new FairnessKey(network, account == null ? network : account);
    }
}
