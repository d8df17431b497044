package com.ecom.proof.security;

import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A customer of whom everything is unique buys something and makes mistakes; then no log may know any of it. */
final class Canaries {

    private final Fixture fixture;
    private final AttackClient asking;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> secrets = new LinkedHashMap<>();

    Canaries(Fixture fixture, AttackClient asking) {
        this.fixture = fixture;
        this.asking = asking;
    }

    Outcome run() throws InterruptedException, IOException {
        live();
        var violations = new ArrayList<String>();
        long characters = 0;
        for (var service : com.ecom.local.stack.Names.SERVICES) {
            var log = fixture.logs().resolve(service + ".log");
            var text = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            characters += text.length();
            secrets.forEach((what, it) -> {
                if (text.contains(it)) {
                    violations.add("The log of %s has the %s of a customer".formatted(service, what));
                }
            });
        }
        if (characters == 0) {
            violations.add("There are no logs in " + fixture.logs());
        }
        return new Outcome(violations, Map.of("canaries", secrets.size(), "characters of logs searched", characters));
    }

    private void live() throws InterruptedException {
        var email = secret("e-mail address", "canary-%s@example.com");
        var password = secret("password", "pw-canary-%s-long-enough");
        var anybody = fixture.anybody();
        var grant = anybody.post("/api/auth/signup", Map.of("email", email, "password", password))
                .good();
        secrets.put("access token", grant.path("accessToken").asString());
        grant.path("refreshToken")
                .asStringOpt()
                .filter(it -> !it.isEmpty())
                .ifPresent(it -> secrets.put("refresh token", it));
        buy(new Shopper(
                anybody.as(grant.path("accessToken").asString()),
                email,
                grant.path("userId").asString()));
        mistakes(anybody, email, password);
    }

    /** All of it has to succeed, or no service would have had anything to write down. */
    private void buy(Shopper shopper) throws InterruptedException {
        var shop = shopper.shop();
        var address = Map.of(
                "recipient", secret("name", "Canary%s Example"),
                "line1", secret("street", "%s Canary Street"),
                "city", secret("city", "Canaryville%s"),
                "postalCode", secret("postal code", "C%s"),
                "country", "BM");
        var kept = new LinkedHashMap<String, Object>(address);
        kept.put("label", secret("label of an address", "label %s"));
        Resources.insisting(shop, "/api/users/me/addresses", kept, "addressId");
        var profile = Map.of(
                "firstName", secret("first name", "First%s"),
                "lastName", secret("last name", "Last%s"),
                "phoneNumber",
                        secrets.computeIfAbsent(
                                "phone number", _ -> "+1555" + Integer.toUnsignedString(mark.hashCode())));
        keepProfile(shop.token(), profile);
        shopper.orderAt(order(shopper, address, secret("payment method", "pm_canary_%s")), "CANCELLED");
        var order = order(shopper, address, "pm_card_ok");
        var product = shopper.orderAt(order, "CONFIRMED").path("lines").path(0).path("productId");
        Resources.deliver(fixture, order);
        var review = Map.<String, Object>of(
                "productId", product.asString(),
                "rating", 1,
                "title", secret("title of a review", "title %s"),
                "comment", secret("comment of a review", "comment %s"));
        Resources.insisting(shop, "/api/reviews", review, "reviewId");
        Resources.until(
                () -> shop.get("/api/notifications"), it -> it.path("items").size() > 2);
    }

    private void keepProfile(String token, Map<String, String> profile) throws InterruptedException {
        var address = fixture.gateway().resolve("/api/users/me/profile");
        var headers = new LinkedHashMap<>(
                Map.of("Authorization", List.of("Bearer " + token), "Content-Type", List.of("application/json")));
        headers.put(
                "If-Match", List.of(asking.ask(Request.get(address, headers)).header("ETag")));
        var kept = asking.ask(
                new Request("PUT", address, headers, JsonMapper.shared().writeValueAsString(profile)));
        if (!kept.isGood()) {
            throw new IllegalStateException("The profile is not kept: " + kept.gist());
        }
    }

    private String order(Shopper shopper, Map<String, String> address, String method) {
        var checkout = Map.of(
                "items",
                List.of(Map.of("sku", Resources.aSku(fixture), "quantity", 1)),
                "shippingAddress",
                address,
                "note",
                secret("note to the shop", "note %s"),
                "giftMessage",
                secret("gift message", "gift %s"),
                "email",
                shopper.email(),
                "paymentMethod",
                method);
        return shopper.shop()
                .postOnce("/api/orders", checkout, UUID.randomUUID().toString())
                .good()
                .path("orderId")
                .asString();
    }

    private void mistakes(Gateway anybody, String email, String password) throws InterruptedException {
        anybody.post("/api/auth/login", Map.of("email", email, "password", secret("mistyped password", "pw-wrong-%s")));
        anybody.post("/api/auth/signup", Map.of("email", email, "password", password));
        anybody.post(
                "/api/auth/signup", Map.of("email", secret("malformed address", "no-address-%s"), "password", "x"));
        anybody.post("/api/auth/refresh", Map.of("refreshToken", secret("refresh token of nobody", "rt-%s")));
        var doors = new ArrayList<>(Fixture.SERVICES);
        doors.add(com.ecom.local.stack.Names.GATEWAY);
        for (var door : doors) {
            var odd = fixture.of(door)
                    .resolve("/api/products?email=%s&token=%s".formatted(email, secret("query", "q-%s")));
            var headers = Map.of(
                    "Authorization", List.of("Bearer " + secret("forged token", "tok.canary.%s")),
                    "X-Correlation-Id", List.of(secret("correlation id", "corr-%s")),
                    "X-User-Email", List.of(email),
                    "User-Agent", List.of(secret("user agent", "agent-%s")),
                    "X-Forwarded-For", List.of(secret("forwarded address", "fwd-%s")),
                    "Content-Type", List.of("application/json"));
            asking.ask(Request.get(odd, headers));
            asking.ask(new Request("POST", odd, headers, "{\"email\":\"%s\",".formatted(email)));
        }
    }

    private String secret(String what, String form) {
        var number = secrets.size();
        return secrets.computeIfAbsent(what, _ -> form.formatted(mark + number));
    }
}
