package com.ecom.inventory.reserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.inventory.Shelf;
import com.ecom.test.ServiceTest;
import com.ecom.test.TestBroker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The conversation with order-service, over the real broker. */
@ServiceTest
class OrderSubscriptionIT {

    static final Map<String, Object> FIVE_DOLLARS = Map.of("amount", 500, "currency", "USD");

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(jdbc);
    }

    @Test
    void anOrderIsHeldThenSold() {
        var sku = shelf.with(6);
        var order = UUID.randomUUID();

        order(order, sku, 2);
        var reserved = answer(order, "inventory.reserved.v1");
        assertThat(reserved.path("expiresAt").asString()).isNotBlank();
        command(order, "inventory.commit.v1");
        answer(order, "inventory.committed.v1");

        assertThat(shelf.available(sku)).isEqualTo(4);
        assertThat(shelf.stateOf(order)).isEqualTo("COMMITTED");
    }

    @Test
    void anOrderThatCannotBeServedHearsWhatIsMissing() {
        var sku = shelf.with(1);
        var order = UUID.randomUUID();

        order(order, sku, 2);

        var failed = answer(order, "inventory.reservation.failed.v1");
        assertThat(failed.path("reason").asString()).isEqualTo("OUT_OF_STOCK");
        assertThat(failed.path("shortages").path(0).path("sku").asString()).isEqualTo(sku);
        assertThat(failed.path("shortages").path(0).path("available").asInt()).isEqualTo(1);
        assertThat(shelf.available(sku)).isEqualTo(1);
    }

    @Test
    void aSkuThatNobodyKnowsIsShort() {
        var order = UUID.randomUUID();

        order(order, "UNKNOWN-" + order, 1);

        assertThat(answer(order, "inventory.reservation.failed.v1")
                        .path("shortages")
                        .path(0)
                        .path("available")
                        .asInt())
                .isZero();
    }

    @Test
    void theSameMessageTwiceHoldsOnce() {
        var sku = shelf.with(6);
        var order = UUID.randomUUID();

        var message = broker.send("order.events", order.toString(), "order.created.v1", created(order, sku, 2));
        broker.send(message, "order.events", order.toString(), "order.created.v1", created(order, sku, 2));
        command(order, "inventory.release.v1");
        answer(order, "inventory.released.v1");

        assertThat(broker.published("inventory.events", order.toString(), "inventory.reserved.v1"))
                .hasSizeLessThan(2);
        assertThat(shelf.available(sku)).isEqualTo(6);
    }

    @Test
    void aRepeatedCommandHearsTheSameAnswerAgain() {
        var sku = shelf.with(6);
        var order = UUID.randomUUID();
        order(order, sku, 2);
        answer(order, "inventory.reserved.v1");

        command(order, "inventory.release.v1");
        command(order, "inventory.release.v1");

        await().untilAsserted(() -> assertThat(
                        broker.published("inventory.events", order.toString(), "inventory.released.v1"))
                .hasSize(2));
        assertThat(shelf.available(sku)).isEqualTo(6);
    }

    @Test
    void shoppersHearWhenASkuRunsLowAndOut() {
        var sku = shelf.with(7);

        var first = UUID.randomUUID();
        order(first, sku, 1);
        answer(first, "inventory.reserved.v1");
        var second = UUID.randomUUID();
        order(second, sku, 2);
        level(
                sku,
                it -> it.path("level").asString().equals("LOW")
                        && it.path("available").asInt() == 4);
        var third = UUID.randomUUID();
        order(third, sku, 4);
        level(sku, it -> it.path("level").asString().equals("OUT_OF_STOCK"));

        assertThat(broker.published("stock.events", sku, "stock.changed.v1"))
                .extracting(it -> it.path("level").asString())
                .containsExactly("LOW", "OUT_OF_STOCK");
    }

    private void order(UUID order, String sku, int quantity) {
        broker.send("order.events", order.toString(), "order.created.v1", created(order, sku, quantity));
    }

    private void command(UUID order, String type) {
        broker.send("inventory.commands", order.toString(), type, Map.of("orderId", order));
    }

    private JsonNode answer(UUID order, String type) {
        return await().until(() -> broker.published("inventory.events", order.toString(), type), it -> !it.isEmpty())
                .getFirst();
    }

    private void level(String sku, Predicate<JsonNode> expected) {
        await().until(
                        () -> broker.published("stock.events", sku, "stock.changed.v1"),
                        it -> it.stream().anyMatch(expected));
    }

    private static Map<String, Object> created(UUID order, String sku, int quantity) {
        return Map.of(
                "orderId",
                order,
                "customerId",
                UUID.randomUUID(),
                "email",
                "ada@example.com",
                "lines",
                List.of(Map.of("sku", sku, "quantity", quantity, "unitPrice", FIVE_DOLLARS)),
                "total",
                Map.of("amount", 500 * quantity, "currency", "USD"),
                "createdAt",
                "2026-01-15T10:15:30Z");
    }
}
