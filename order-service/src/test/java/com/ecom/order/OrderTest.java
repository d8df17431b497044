package com.ecom.order;

import static org.awaitility.Awaitility.await;

import com.ecom.test.ProductEvents;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A shop that sells one thing to one customer; the other services are played by the test, over the real broker. */
@ServiceTest
abstract class OrderTest {

    static final String INVENTORY = "inventory.events";
    static final String PAYMENT = "payment.events";

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final Bearer customer = TestIssuer.customer();
    final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void theShopSellsOneThing() {
        product(1, true, 1_499);
        await().until(() -> priceVersion() == 1);
    }

    String placed(int quantity) {
        return body(place(UUID.randomUUID().toString(), checkout(quantity))
                        .expectStatus()
                        .isCreated())
                .path("orderId")
                .asString();
    }

    ResponseSpec place(String key, String checkout) {
        return shop.as(customer)
                .post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(checkout)
                .exchange();
    }

    String checkout(int quantity) {
        return """
                {"items":[{"sku":"%s","quantity":%d}],"paymentMethod":"pm_card_ok",
                 "shippingAddress":{"recipient":"Ada","line1":"1 Road","city":"Town","postalCode":"SW1A 1AA","country":"GB"}}
                """.formatted(sku, quantity);
    }

    void product(long version, boolean active, long price) {
        product(version, active, Map.of("sku", sku, "options", Map.of(), "price", usd(price)));
    }

    void product(long version, boolean active, Map<String, Object> variant) {
        product(version, active, Map.of(), variant);
    }

    /** @param more what else the event says of the product */
    void product(long version, boolean active, Map<String, Object> more, Map<String, Object> variant) {
        var all = new HashMap<>(more);
        all.put("active", active);
        reply(
                ProductEvents.TOPIC,
                sku,
                ProductEvents.UPSERTED,
                ProductEvents.upserted("P-" + sku, version, variant, all));
    }

    long priceVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from price where sku = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }

    void reply(String topic, String key, String type, Object payload) {
        broker.send(topic, key, type, payload);
    }

    JsonNode heard(String topic, String key, String type) {
        return await().until(() -> broker.published(topic, key, type), it -> !it.isEmpty())
                .getFirst();
    }

    String stateOf(String order) {
        return body(shop.as(customer).get().uri("/api/orders/" + order).exchange())
                .path("state")
                .asString();
    }

    static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    static JsonNode body(ResponseSpec answer) {
        return java.util.Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
