package com.ecom.proof.once;

import com.ecom.local.PaymentProvider;
import com.ecom.shop.Gateway;
import java.net.URI;

/**
 * A shop that is open and has something to sell.
 *
 * @param payments where payment-service tells what it counts
 * @param sku there is plenty of it
 * @param orderServiceCrashes ends order-service as a crash does, and starts it again
 */
public record Stage(URI gateway, PaymentProvider provider, URI payments, String sku, Runnable orderServiceCrashes) {

    Gateway anybody() {
        return Gateway.at(gateway.toString());
    }
}
