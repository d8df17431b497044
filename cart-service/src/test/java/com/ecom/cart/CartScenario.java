package com.ecom.cart;

import static org.awaitility.Awaitility.await;

import com.ecom.test.ProductEvents;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer.Bearer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A shop whose offers a test chooses, and its visitors' carts. */
@ServiceTest
public abstract class CartScenario {

    @Autowired
    protected Shop shop;

    @Autowired
    protected TestBroker broker;

    @Autowired
    protected JdbcClient jdbc;

    static String newSku() {
        return "SKU-" + UUID.randomUUID();
    }

    /** Sold from now on at this price. */
    protected String sells(long amount, String currency) {
        var sku = newSku();
        sells(sku, 1, amount, currency);
        return sku;
    }

    protected void sells(String sku, long version, long amount, String currency) {
        publish(sku, version, amount, currency, true);
    }

    /** A version of the product, for sale or not, once the cart's copy has it. */
    protected void publish(String sku, long version, long amount, String currency, boolean active) {
        publish(sku, version, active, Map.of("sku", sku, "options", Map.of(), "price", money(amount, currency)));
    }

    void publish(String sku, long version, boolean active, Map<String, Object> variant) {
        publish(sku, version, active, Map.of(), variant);
    }

    /** @param more what else the event says of the product */
    void publish(String sku, long version, boolean active, Map<String, Object> more, Map<String, Object> variant) {
        var all = new HashMap<>(more);
        all.put("active", active);
        broker.send(
                ProductEvents.TOPIC,
                sku,
                ProductEvents.UPSERTED,
                ProductEvents.upserted("P-" + sku, version, variant, all));
        await().until(() -> jdbc.sql("select coalesce(max(version), 0) from offer where sku = ?")
                        .param(sku)
                        .query(Long.class)
                        .single()
                == version);
    }

    /** Publishes the confirmation of a visitor's order. */
    protected void confirm(Bearer buyer, String sku, int quantity) {
        var order = UUID.randomUUID();
        var line = Map.of(
                "sku", sku, "productId", "P", "name", "Mug", "quantity", quantity, "unitPrice", money(1_499, "USD"));
        broker.send(
                "order.events",
                order.toString(),
                "order.confirmed.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        buyer.id(),
                        "email",
                        buyer.email(),
                        "lines",
                        List.of(line),
                        "total",
                        money(1_499L * quantity, "USD"),
                        "confirmedAt",
                        "2026-01-15T10:15:30Z"));
    }

    protected ResponseSpec add(Bearer visitor, String sku, int quantity) {
        return shop.as(visitor)
                .post()
                .uri("/api/cart/items")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("sku", sku, "quantity", quantity))
                .exchange();
    }

    protected ResponseSpec set(Bearer visitor, String sku, int quantity) {
        return shop.as(visitor)
                .put()
                .uri("/api/cart/items/" + sku)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("quantity", quantity))
                .exchange();
    }

    protected ResponseSpec remove(Bearer visitor, String sku) {
        return shop.as(visitor).delete().uri("/api/cart/items/" + sku).exchange();
    }

    protected JsonNode merge(Bearer customer, Bearer guest) {
        return body(shop.as(customer)
                .post()
                .uri("/api/cart/merge")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("guestToken", guest.token()))
                .exchange()
                .expectStatus()
                .isOk());
    }

    protected JsonNode cartOf(Bearer visitor) {
        return body(shop.as(visitor)
                .get()
                .uri("/api/cart")
                .exchange()
                .expectStatus()
                .isOk());
    }

    static Map<String, Object> money(long amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
