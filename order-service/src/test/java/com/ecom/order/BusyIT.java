package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** More is ordered than is answered in time. */
@TestPropertySource(properties = "ecom.orders.backlog.least=3")
class BusyIT extends OrderTest {

    private final Map<String, String> ordersByKey = new LinkedHashMap<>();

    @BeforeEach
    void nobodyWaits() {
        await().until(() -> jdbc.sql("""
                select count(*) from orders
                where state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'CONFIRMING', 'CAPTURING')
                """).query(Long.class).single() == 0);
    }

    @AfterEach
    void answerAll() {
        ordersByKey.values().forEach(this::outOfStock);
    }

    @Test
    void oneThatWouldWaitTooLongIsRefusedAndMayComeBackUnderItsKey() {
        var refusedKey = orderUntilRefused();

        assertThat(jdbc.sql("select count(*) from orders where owner = ? and idempotency_key = ?")
                        .params(customer.id().toString(), refusedKey)
                        .query(Long.class)
                        .single())
                .isZero();
        answerAll();
        await().until(() -> place(refusedKey, checkout(1))
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value()
                == 201);
    }

    @Test
    void whatWasAnsweredBeforeIsAnsweredAgain() {
        orderUntilRefused();

        ordersByKey.forEach((key, order) -> assertThat(
                        body(place(key, checkout(1)).expectStatus().isCreated())
                                .path("orderId")
                                .asString())
                .isEqualTo(order));
    }

    /**
     * Few are answered, so that nobody seems to be away, and yet far fewer than are ordered on the fastest machine.
     * Returns the key that was refused.
     */
    private String orderUntilRefused() {
        while (ordersByKey.size() < 300) {
            var key = UUID.randomUUID().toString();
            var answer = place(key, checkout(1)).expectBody(JsonNode.class).returnResult();
            var body = Objects.requireNonNull(answer.getResponseBody());
            if (answer.getStatus().value() == 503) {
                assertThat(body.path("code").asString()).isEqualTo("BUSY");
                assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .matches("[1-9]|1[0-3]");
                return key;
            }
            assertThat(answer.getStatus().value()).isEqualTo(201);
            var order = body.path("orderId").asString();
            ordersByKey.put(key, order);
            if (ordersByKey.size() % 20 == 1) {
                outOfStock(order);
            }
        }
        throw new AssertionError("Almost 300 orders wait, and nobody was refused");
    }

    private void outOfStock(String order) {
        reply(
                "inventory.events",
                order,
                "inventory.reservation.failed.v1",
                Map.of("orderId", order, "reason", "OUT_OF_STOCK", "shortages", List.of()));
    }
}
