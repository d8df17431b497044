package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.proof.alerts.Monitoring;
import com.ecom.shop.Gateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * A shop that is up, with people in it and somebody who watches.
 *
 * @param folder where the shop keeps what it has
 * @param door where people come in
 */
record Scene(LocalShop shop, Path folder, Monitoring monitoring, Gateway door, Findings findings) {

    /** Of an operator who may do everything. */
    String token() {
        return door.loggedIn(shop.adminEmail(), shop.adminPassword()).token();
    }

    /** An operator asks a service itself. */
    void decide(String service, String path) {
        asked(service)
                .as(token())
                .postOnce(path, Map.of("reason", "a drill"), UUID.randomUUID().toString())
                .good();
    }

    Gateway asked(String service) {
        return Gateway.at(shop.address(service).toString());
    }
}
