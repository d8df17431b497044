package com.ecom.payment;

import static org.awaitility.Awaitility.await;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The payment of one order, whichever provider takes it; the order is played by the test. */
@ServiceTest
abstract class PaymentTest {

    static final long AMOUNT = 2_998;

    private static final Pattern EVENT = Pattern.compile("evt_[0-9a-z-]+");

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    final String order = UUID.randomUUID().toString();
    final Bearer customer = TestIssuer.customer();

    void authorize(String paymentMethod) {
        command(
                "payment.authorize.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        customer.id(),
                        "amount",
                        usd(AMOUNT),
                        "paymentMethod",
                        paymentMethod));
    }

    void capture() {
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(AMOUNT)));
    }

    void captured(String paymentMethod) {
        authorize(paymentMethod);
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

    /** What the simulated provider says of the order's payment. */
    JsonNode atTheProvider() {
        return Objects.requireNonNull(RestClient.create(environment.getRequiredProperty("ecom.payment.provider.url"))
                .get()
                .uri("/v1/payments/" + order)
                .header("Authorization", "Bearer " + environment.getRequiredProperty("ecom.payment.provider.api-key"))
                .retrieve()
                .body(JsonNode.class));
    }

    /** What came of a webhook, once it was applied. */
    String cameOf(String webhook) {
        var event = idIn(webhook);
        return await().until(
                        () -> jdbc.sql("select outcome from webhook_event where event_id = ?")
                                .param(event)
                                .query(String.class)
                                .single(),
                        it -> !it.equals("RECEIVED"));
    }

    static String idIn(String webhook) {
        return EVENT.matcher(webhook).results().findFirst().orElseThrow().group();
    }

    static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
