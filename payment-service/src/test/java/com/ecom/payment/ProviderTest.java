package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Payments with a provider that may misbehave as the test wishes; the order is played by the test. */
@ServiceTest
abstract class ProviderTest {

    static final long AMOUNT = 2_998;
    static final OwnProvider PROVIDER = OwnProvider.start();

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final String order = UUID.randomUUID().toString();
    final Bearer operator = TestIssuer.bearer(Role.OPERATOR);

    @DynamicPropertySource
    static void ownProvider(DynamicPropertyRegistry properties) {
        PROVIDER.tell(properties);
        properties.add("ecom.payment.calls.max-attempts", () -> "3");
    }

    @BeforeEach
    void theProviderIsWell() {
        PROVIDER.serve(shop.baseUrl());
        PROVIDER.behave("{}");
    }

    @AfterEach
    void theProviderIsWellAgain() {
        PROVIDER.behave("{}");
    }

    void authorize(String paymentMethod) {
        command(
                "payment.authorize.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        UUID.randomUUID(),
                        "amount",
                        usd(AMOUNT),
                        "paymentMethod",
                        paymentMethod));
    }

    void capture() {
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(AMOUNT)));
    }

    void giveUp() {
        command("payment.void.v1", Map.of("orderId", order));
    }

    void captured() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        capture();
        heard("payment.captured.v1");
    }

    void command(String type, Object payload) {
        broker.send("payment.commands", order, type, payload);
    }

    JsonNode heard(String type) {
        return await().until(() -> broker.published("payment.events", order, type), it -> !it.isEmpty())
                .getFirst();
    }

    boolean silentAbout(String type) {
        return broker.published("payment.events", order, type).isEmpty();
    }

    String stateOf() {
        return jdbc.sql("select state from payment_intent where order_id = ?")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void longAgo() {
        jdbc.sql("update payment_intent set updated_at = now(3) - interval 3 minute where order_id = ?")
                .param(order)
                .update();
    }

    JsonNode get(String path) {
        return body(shop.as(operator).get().uri(path).exchange().expectStatus().isOk());
    }

    ResponseSpec post(String path, String key, String body) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Carries out a wish and tells how many things it affected. */
    long affected(String path, String body) {
        var answer = body(
                post(path, UUID.randomUUID().toString(), body).expectStatus().isOk());
        assertThat(answer.has("affected")).isTrue();
        return answer.path("affected").asLong();
    }

    static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
