package com.ecom.gateway;

/**
 * On whose behalf a request is made, for whatever one caller must not decide for all.
 *
 * @param network all addresses that somebody who has one of them can usually have
 * @param account the id of an account, or the network of whoever has none
 */
record Party(String network, String account) {

    static Party of(String network, Visitor visitor) {
        var account = visitor.account();
        return new Party(network, account == null ? network : account);
    }
}
