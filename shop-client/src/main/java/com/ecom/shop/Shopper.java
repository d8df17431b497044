package com.ecom.shop;

import com.ecom.shop.Gateway.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with an account who buys things. */
public record Shopper(Gateway shop, String email, String userId) {

    public static final Map<String, String> ADDRESS = Map.of(
            "recipient", "Ada Example",
            "line1", "1 Market Street",
            "city", "Springfield",
            "region", "NY",
            "postalCode", "12345",
            "country", "US");

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** A new account with an address nobody had before. */
    public static Shopper signUp(Gateway anybody) {
        var email = "shopper-%s@example.com".formatted(UUID.randomUUID());
        var grant = anybody.post(
                        "/api/auth/signup", Map.of("email", email, "password", "correct horse " + UUID.randomUUID()))
                .good();
        return new Shopper(
                anybody.as(grant.path("accessToken").asString()),
                email,
                grant.path("userId").asString());
    }

    /** Orders these items or, without any, the cart; returns the order's id. */
    public String order(List<Map<String, Object>> items, String paymentMethod) {
        return tryToOrder(items, paymentMethod).good().path("orderId").asString();
    }

    /** The same for who wants to know how that was answered. */
    public Answer tryToOrder(List<Map<String, Object>> items, String paymentMethod) {
        var checkout = new java.util.HashMap<String, Object>(
                Map.of("shippingAddress", ADDRESS, "paymentMethod", paymentMethod));
        if (!items.isEmpty()) {
            checkout.put("items", items);
        }
        return shop.postOnce("/api/orders", checkout, UUID.randomUUID().toString());
    }

    public JsonNode orderAt(String id, String state) {
        return Await.until(
                "Order %s being %s".formatted(id, state),
                A_MINUTE,
                () -> shop.get("/api/orders/" + id),
                it -> it.path("state").asString().equals(state));
    }

    public JsonNode timeline(String id) {
        return shop.get("/api/orders/" + id + "/timeline");
    }
}
