package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A customer by whom, and about whom, everything that is written has the same mark, wherever a person can write. */
final class MarkedCustomer implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningShop shop;
    private final Gateway admin;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String mark = "canary" + UUID.randomUUID().toString().substring(0, 8);
    private final String phone = "+1555" + Integer.toUnsignedString(mark.hashCode());
    private final String sku;
    private final Shopper shopper;

    MarkedCustomer(RunningShop shop, int product) throws IOException, InterruptedException {
        this.shop = shop;
        this.admin = shop.admin();
        this.sku = shop.aSku(product);
        var email = mark + "@example.com";
        var password = "pw-%s-long-enough".formatted(mark);
        var id = shop.anybody()
                .post("/api/auth/signup", Map.of("email", email, "password", password))
                .good()
                .path("userId")
                .asString();
        for (var action : List.of("suspension", "restoration")) {
            admin.post("/api/admin/accounts/%s/%s".formatted(id, action), Map.of("reason", mark + " asked"))
                    .good();
        }
        var login = send(request("/api/auth/login", "")
                .header("User-Agent", mark + " browser")
                .POST(json(Map.of("email", email, "password", password))));
        var token = JSON.readTree(login.body()).path("accessToken").asString();
        this.shopper = new Shopper(shop.anybody().as(token), email, id);
    }

    /** None of these words is anybody else's. */
    List<String> words() {
        return List.of(mark, phone.substring(1));
    }

    String id() {
        return shopper.userId();
    }

    String sku() {
        return sku;
    }

    /** Writes into everything that a customer has. */
    void live() throws IOException, InterruptedException {
        var profile = Map.of("firstName", "Ann" + mark, "lastName", "Lee" + mark, "phoneNumber", phone);
        await().atMost(SOON).untilAsserted(() -> {
            var seen = send(request("/api/users/me/profile", token()).GET())
                    .headers()
                    .firstValue("ETag")
                    .orElse("");
            assertThat(send(request("/api/users/me/profile", token())
                                    .header("If-Match", seen)
                                    .PUT(json(profile)))
                            .statusCode())
                    .isEqualTo(200);
        });
        shopper.shop()
                .post("/api/users/me/addresses", with(address(), "label", "home " + mark))
                .good();
        var delivered = order("pm_card_ok");
        shopper.orderAt(delivered, "CONFIRMED");
        deliver(delivered);
        var refund = Map.of("amount", Map.of("amount", 1, "currency", "USD"), "reason", mark + " was unhappy");
        admin.postOnce("/api/admin/orders/%s/refunds".formatted(delivered), refund, "refund-" + delivered)
                .good();
        review(delivered);
        declined();
        operate(delivered);
        copyOfAllThat();
    }

    /** Asks to be forgotten, and the time to think about it is over. */
    String askToBeForgotten() {
        var request = shopper.shop()
                .post("/api/users/me/privacy-requests", Map.of("kind", "ERASURE"))
                .good()
                .path("requestId")
                .asString();
        shop.database("ecom_user")
                .sql("update privacy_request set due_at = now(3) where id = ?")
                .param(request)
                .update();
        return request;
    }

    String order(String paymentMethod) {
        var checkout = Map.of(
                "items",
                List.of(Map.of("sku", sku, "quantity", 1)),
                "shippingAddress",
                address(),
                "billingAddress",
                address(),
                "note",
                "For " + mark,
                "giftMessage",
                "To " + mark,
                "paymentMethod",
                paymentMethod);
        return shopper.shop()
                .postOnce("/api/orders", checkout, mark + UUID.randomUUID())
                .good()
                .path("orderId")
                .asString();
    }

    /** What staff do, and write, about a parcel. */
    void deliver(String order) {
        admin.post(
                        "/api/admin/orders/%s/shipment".formatted(order),
                        Map.of("carrier", "Post", "trackingNumber", "PX-" + mark))
                .good();
        admin.post("/api/admin/orders/%s/delivery".formatted(order), Map.of()).good();
    }

    /** Where their bank asks them about an order. */
    URI bankPageOf(String order) {
        return URI.create(
                shopper.orderAt(order, "AWAITING_CUSTOMER").path("actionUrl").asString());
    }

    void answer(URI bankPage, String answer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(bankPage).POST(BodyPublishers.ofString("answer=" + answer));
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private void review(String order) {
        var product = shopper.shop()
                .get("/api/orders/" + order)
                .path("lines")
                .path(0)
                .path("productId")
                .asString();
        var words = Map.of("productId", product, "rating", 2, "title", mark + " says", "comment", "By " + mark);
        var review = await().atMost(SOON)
                .until(() -> shopper.shop().post("/api/reviews", words), Gateway.Answer::isGood)
                .good()
                .path("reviewId")
                .asString();
        admin.post(
                        "/api/admin/reviews/%s/moderation".formatted(review),
                        Map.of("decision", "REJECTED", "reason", mark + " is rude"))
                .good();
    }

    /** A means of payment is typed, too. */
    private void declined() {
        shopper.orderAt(order("pm_" + mark), "CANCELLED");
    }

    /** Operators write why they do something. */
    private void operate(String order) {
        var reason = mark + " called";
        for (var about : List.of(order, id())) {
            at("notification-service", "/ops/mails/discard", Map.of("about", about, "reason", reason));
        }
        at("notification-service", "/ops/mails/requeue", Map.of("userId", id(), "reason", reason));
        at("order-service", "/ops/outbox/replay", Map.of("key", order, "reason", reason));
        at("payment-service", "/ops/outbox/replay", Map.of("key", order, "reason", reason));
        at("user-service", "/ops/outbox/replay", Map.of("key", id(), "reason", reason));
        at("auth-service", "/ops/outbox/replay", Map.of("topic", "auth.mails", "reason", "for " + shopper.email()));
    }

    private void at(String service, String path, Object body) {
        shop.at(service)
                .as(admin.token())
                .postOnce(path, body, UUID.randomUUID().toString())
                .good();
    }

    private void copyOfAllThat() {
        var copies = "/api/users/me/privacy-requests";
        var request = shopper.shop()
                .post(copies, Map.of("kind", "EXPORT"))
                .good()
                .path("requestId")
                .asString();
        await().atMost(SOON)
                .until(() -> shopper.shop()
                        .get(copies + "/" + request)
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    private Map<String, String> address() {
        return Map.of(
                "recipient",
                "Ann %s Lee".formatted(mark),
                "line1",
                "1 %s Street".formatted(mark),
                "line2",
                "c/o " + mark,
                "city",
                "City" + mark,
                "postalCode",
                mark,
                "country",
                "BM");
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    private String token() {
        return shopper.shop().token();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(shop.anybody().address().resolve(path))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
