package com.ecom.proof.security;

import com.ecom.local.shop.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What somebody owns: an address and an order, by the names under which paths ask for them.
 *
 * @param ids of what belongs to the owner; what cannot be had without weeks of waiting, such as a review, is not there
 */
record Things(UUID owner, Map<String, String> ids) {

    private static final Map<String, Object> HOME = Map.of(
            "label",
            "home",
            "recipient",
            "Ada Example",
            "line1",
            "1 Market Street",
            "city",
            "Springfield",
            "postalCode",
            "12345",
            "country",
            "US");

    static Things of(Ground ground) {
        var shopper = Shopper.signUp(ground.anybody());
        var ids = new LinkedHashMap<String, String>();
        var order = shopper.order(List.of(Map.of("sku", aSku(ground), "quantity", 1)), "pm_card_ok");
        shopper.orderAt(order, "CONFIRMED");
        ids.put("orderId", order);
        // The profile comes to user-service by an event.
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        var added = shopper.shop().post("/api/users/me/addresses", HOME);
        while (!added.isGood() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            added = shopper.shop().post("/api/users/me/addresses", HOME);
        }
        ids.put(
                "addressId",
                added.good().path("addressId").asString(added.body().path("id").asString("")));
        return new Things(UUID.fromString(shopper.userId()), ids);
    }

    /** Some variant that is on sale. */
    static String aSku(Ground ground) {
        var anybody = ground.anybody();
        for (var product : anybody.get("/api/products?size=20").path("items")) {
            var variants = anybody.get(
                            "/api/products/" + product.path("productId").asString())
                    .path("variants");
            if (!variants.isEmpty()) {
                return variants.path(0).path("sku").asString();
            }
        }
        throw new IllegalStateException("Nothing is on sale: import the sample catalogue first");
    }
}
