package com.ecom.order;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Support gives money back of one order, which is sold; payment-service is played by the test. */
@ServiceTest
abstract class RefundScenario {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final String order = UUID.randomUUID().toString();
    final Bearer support = TestIssuer.bearer(Role.SUPPORT);

    ResponseSpec post(String path, String key, String body) {
        return shop.as(support)
                .post()
                .uri("/api/admin/orders/" + order + path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    JsonNode listed() {
        return body(shop.as(support)
                .get()
                .uri("/api/admin/orders/" + order + "/refunds")
                .exchange()
                .expectStatus()
                .isOk());
    }

    void failed(String refund, Map<String, Object> amount) {
        broker.send(
                "payment.events",
                order,
                "payment.refund.failed.v1",
                Map.of(
                        "orderId",
                        order,
                        "paymentId",
                        order,
                        "refundId",
                        refund,
                        "amount",
                        amount,
                        "reason",
                        "card_closed"));
    }

    static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
