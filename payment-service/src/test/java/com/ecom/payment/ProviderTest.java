package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Payments with a provider that may misbehave as the test wishes. */
abstract class ProviderTest extends PaymentTest {

    static final OwnProvider PROVIDER = OwnProvider.start();

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

    void giveUp() {
        command("payment.void.v1", Map.of("orderId", order));
    }

    void captured() {
        captured("pm_card_ok");
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
}
