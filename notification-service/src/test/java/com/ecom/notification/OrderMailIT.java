package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.text.ReadableNumber;
import com.ecom.test.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which mails an order causes, and who may read them. */
class OrderMailIT extends MailScenario {

    @Test
    void mailsTheCustomerOnceThatTheOrderIsConfirmed() {
        hasProfile(false);
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        broker.send(
                "order.events",
                order,
                "order.shipped.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        customer.id(),
                        "email",
                        customer.email(),
                        "shippedAt",
                        "2026-01-15T10:15:30Z"));

        var mails = await().until(this::mailbox, it -> it.size() >= 2);
        var number = ReadableNumber.of(UUID.fromString(order)).toString();
        assertThat(mails)
                .extracting(it -> it.path("subject").asString())
                .containsExactlyInAnyOrder(
                        "Your order %s is confirmed".formatted(number),
                        "Your order %s is on its way".formatted(number));
        var mine = Objects.requireNonNull(shop.as(customer)
                        .get()
                        .uri("/api/notifications")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items");
        assertThat(mine).hasSize(2);
        assertThat(mine.path(1).path("body").asString())
                .contains("Hello Ada", "your order " + number, "2 x Mug", "USD 29.98", "/orders/" + order);
    }

    @Test
    void mailsEachRefundOnce() {
        var refunds = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        for (var refund : List.of(refunds.get(0), refunds.get(0), refunds.get(1))) {
            broker.send(
                    "order.events",
                    order,
                    "order.refunded.v1",
                    Map.of(
                            "orderId",
                            order,
                            "customerId",
                            customer.id(),
                            "email",
                            customer.email(),
                            "refundId",
                            refund,
                            "amount",
                            Map.of("amount", 899, "currency", "USD"),
                            "refunded",
                            Map.of("amount", 1_798, "currency", "USD"),
                            "total",
                            Map.of("amount", 3_897, "currency", "USD"),
                            "refundedAt",
                            "2026-01-15T10:15:30Z"));
        }
        await().until(() -> statusOf(refunds.get(1)).equals("SENT"));

        assertThat(jdbc.sql("select body from notification where user_id = ?")
                        .param(customer.id().toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it)
                        .contains(ReadableNumber.of(UUID.fromString(order)).toString(), "USD 8.99", "USD 17.98"));
    }

    @Test
    void showsNotificationsToTheirOwnerOnly() {
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        await().until(() -> !mailbox().isEmpty());

        var others = Objects.requireNonNull(shop.as(TestIssuer.customer())
                .get()
                .uri("/api/notifications")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        assertThat(others.path("items")).isEmpty();
    }
}
