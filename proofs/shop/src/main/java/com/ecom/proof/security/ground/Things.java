package com.ecom.proof.security.ground;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.shop.Await;
import com.ecom.shop.BackOffice;
import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What somebody owns: one of everything that customers can have, by the names under which paths ask for them.
 *
 * @param ids an order that was paid for and delivered, an address, a review, a session, a request for a copy, and what is in
 *     the cart and on the wishlist
 */
public record Things(UUID owner, Map<String, String> ids) {

    private static final Duration SOON = Duration.ofSeconds(30);
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

    public static Things of(Ground ground) {
        var shopper = Shopper.signUp(ground.anybody());
        var shop = shopper.shop();
        var sku = aSku(ground);
        var ids = new LinkedHashMap<String, String>();
        var order = shopper.order(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok");
        ids.put("orderId", order);
        ids.put("sku", sku);
        var product = shopper.orderAt(order, "CONFIRMED")
                .path("lines")
                .path(0)
                .path("productId")
                .asString();
        ids.put("productId", product);
        deliver(ground, order);
        // The profile comes to user-service by an event, as the purchase does to review-service.
        ids.put("addressId", insisting(shop, "/api/users/me/addresses", HOME, "addressId"));
        ids.put(
                "reviewId",
                insisting(
                        shop,
                        "/api/reviews",
                        Map.of("productId", product, "rating", 4, "title", "Good", "comment", "As described"),
                        "reviewId"));
        ids.put("requestId", insisting(shop, "/api/users/me/privacy-requests", Map.of("kind", "EXPORT"), "requestId"));
        shop.put("/api/users/me/wishlist/" + product, Map.of()).good();
        shop.post("/api/cart/items", Map.of("sku", sku, "quantity", 2)).good();
        ids.put(
                "sessionId",
                shop.get("/api/auth/sessions")
                        .path("items")
                        .path(0)
                        .path("sessionId")
                        .asString());
        ids.put("accountId", shopper.userId());
        var copy = "/api/users/me/privacy-requests/" + ids.get("requestId");
        until(() -> shop.get(copy), it -> it.path("state").asString().equals("DONE"));
        if (ids.containsValue("")) {
            throw new IllegalStateException("Some things have no id: " + ids);
        }
        return new Things(UUID.fromString(shopper.userId()), Map.copyOf(ids));
    }

    public static void deliver(Ground ground, String order) {
        new BackOffice(ground.anybody().as(ground.mint().of(Role.SUPPORT))).deliver(order);
    }

    public static String insisting(Gateway shop, String path, Map<String, Object> body, String id) {
        return until(() -> shop.post(path, body), Gateway.Answer::isGood)
                .good()
                .path(id)
                .asString();
    }

    /** What is seen at last, even if it never became good. */
    public static <T> T until(Supplier<T> look, Predicate<T> good) {
        return Await.orLastSeen(SOON, look, good);
    }

    /** Some variant that is on sale. */
    public static String aSku(Ground ground) {
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
