package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The purchase as this service sees it. */
class PurchaseIT extends OrderTest {

    @Test
    void isSoldOnceStockIsCommittedAndMoneyCaptured() {
        var order = placed(2);
        assertThat(heard("order.events", order, "order.created.v1")
                        .path("total")
                        .path("amount")
                        .asLong())
                .isEqualTo(2_998);

        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        assertThat(heard("payment.commands", order, "payment.authorize.v1")
                        .path("amount")
                        .path("amount")
                        .asLong())
                .isEqualTo(2_998);
        var payment = Map.of("orderId", order, "paymentId", UUID.randomUUID().toString(), "amount", usd(2_998));
        reply(PAYMENT, order, "payment.authorized.v1", payment);
        heard("inventory.commands", order, "inventory.commit.v1");
        reply(INVENTORY, order, "inventory.committed.v1", Map.of("orderId", order));
        heard("payment.commands", order, "payment.capture.v1");
        reply(PAYMENT, order, "payment.captured.v1", payment);

        heard("order.events", order, "order.confirmed.v1");
        assertThat(stateOf(order)).isEqualTo("CONFIRMED");
        assertThat(timelineOf(order))
                .containsExactly(
                        "OrderPlaced", "StockReserved", "PaymentAuthorized", "StockCommitted", "PaymentCaptured");
    }

    @Test
    void isNotSoldWhenTheStockIsNotThere() {
        var order = placed(2);
        reply(
                INVENTORY,
                order,
                "inventory.reservation.failed.v1",
                Map.of("orderId", order, "reason", "OUT_OF_STOCK", "shortages", List.of()));

        assertThat(heard("order.events", order, "order.cancelled.v1")
                        .path("reason")
                        .asString())
                .isEqualTo("OUT_OF_STOCK");
        assertThat(broker.published("payment.commands", order)).isEmpty();
    }

    @Test
    void givesTheStockBackWhenThePaymentIsDeclined() {
        var order = placed(1);
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        heard("payment.commands", order, "payment.authorize.v1");
        reply(
                PAYMENT,
                order,
                "payment.failed.v1",
                Map.of("orderId", order, "paymentId", UUID.randomUUID().toString(), "reason", "card_declined"));
        heard("inventory.commands", order, "inventory.release.v1");
        assertThat(stateOf(order)).isEqualTo("CANCELLING");
        reply(INVENTORY, order, "inventory.released.v1", Map.of("orderId", order));

        assertThat(heard("order.events", order, "order.cancelled.v1")
                        .path("reason")
                        .asString())
                .isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void aRepeatedMessageTakesEffectOnce() {
        var order = placed(1);
        var id = UUID.randomUUID();
        var reserved = Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z");
        broker.send(id, INVENTORY, order, "inventory.reserved.v1", reserved);
        broker.send(id, INVENTORY, order, "inventory.reserved.v1", reserved);
        var another = placed(1);
        reply(
                INVENTORY,
                another,
                "inventory.reserved.v1",
                Map.of("orderId", another, "expiresAt", "2030-01-01T00:00:00Z"));

        heard("payment.commands", another, "payment.authorize.v1");
        await().untilAsserted(() ->
                assertThat(broker.published("payment.commands", order)).hasSize(1));
        assertThat(timelineOf(order)).containsExactly("OrderPlaced", "StockReserved");
    }

    @Test
    void factsThatChangeNothingAreHandledAndNotSetAside() {
        var order = placed(1);
        var refused = Map.of("orderId", order, "reason", "OUT_OF_STOCK", "shortages", List.of());
        reply(INVENTORY, order, "inventory.reservation.failed.v1", refused);
        heard("order.events", order, "order.cancelled.v1");

        var again = broker.send(INVENTORY, order, "inventory.reservation.failed.v1", refused);

        await().until(() -> jdbc.sql("select count(*) from inbox_message where event_id = ?")
                        .param(again.toString())
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(timelineOf(order)).containsExactly("OrderPlaced", "StockRefused");
    }

    @Test
    void aMessageThatCannotBeReadIsSetAsideAndHoldsNobodyUp() {
        var order = placed(1);
        broker.sendUnchecked(UUID.randomUUID(), INVENTORY, order, "inventory.reserved.v1", "{\"orderId\": 17");
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));

        heard("payment.commands", order, "payment.authorize.v1");
    }

    @Test
    void isCancelledByItsCustomerUntilTheMoneyIsThere() {
        var order = placed(1);
        shop.as(customer)
                .post()
                .uri("/api/orders/" + order + "/cancel")
                .exchange()
                .expectStatus()
                .isAccepted();
        heard("inventory.commands", order, "inventory.release.v1");
        heard("payment.commands", order, "payment.void.v1");
        reply(INVENTORY, order, "inventory.released.v1", Map.of("orderId", order));
        reply(
                PAYMENT,
                order,
                "payment.voided.v1",
                Map.of("orderId", order, "paymentId", UUID.randomUUID().toString()));

        assertThat(heard("order.events", order, "order.cancelled.v1")
                        .path("reason")
                        .asString())
                .isEqualTo("BY_CUSTOMER");
        assertThat(codeOf(
                        shop.as(customer)
                                .post()
                                .uri("/api/orders/" + order + "/cancel")
                                .exchange(),
                        409))
                .isEqualTo("NOT_POSSIBLE_NOW");
    }

    @Test
    void isGivenUpByTheDatabasesClock() {
        var order = placed(1);
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();

        heard("inventory.commands", order, "inventory.release.v1");
        heard("payment.commands", order, "payment.void.v1");
    }

    @Test
    void waitsForAProviderThatIsAwayAndIsGivenUpInTheEndWithNothingHeld() {
        var order = placed(1);
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        heard("payment.commands", order, "payment.authorize.v1");
        assertThat(secondsLeft(order)).isBetween(840L, 900L);
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();
        heard("inventory.commands", order, "inventory.release.v1");
        heard("payment.commands", order, "payment.void.v1");
        reply(INVENTORY, order, "inventory.released.v1", Map.of("orderId", order));
        var payment = Map.of("orderId", order, "paymentId", UUID.randomUUID().toString());
        await().until(() -> timelineOf(order).contains("StockReleased"));
        assertThat(stateOf(order)).isEqualTo("CANCELLING");

        // The provider is back and had put the money aside after all.
        reply(PAYMENT, order, "payment.authorized.v1", with(payment, "amount", usd(1_499)));
        await().until(() ->
                broker.published("payment.commands", order, "payment.void.v1").size() == 2);
        reply(PAYMENT, order, "payment.voided.v1", payment);
        assertThat(heard("order.events", order, "order.cancelled.v1")
                        .path("reason")
                        .asString())
                .isEqualTo("TIMED_OUT");
    }

    @Test
    void tellsTheCustomerWhereToApproveAndGoesOnOrEndsAsTheyDecide() {
        var order = asked();
        assertThat(stateOf(order)).isEqualTo("AWAITING_CUSTOMER");
        assertThat(body(shop.as(customer).get().uri("/api/orders/" + order).exchange())
                        .path("actionUrl")
                        .asString())
                .isEqualTo("https://bank.example/approve");
        var payment = Map.of("orderId", order, "paymentId", UUID.randomUUID().toString());
        reply(PAYMENT, order, "payment.authorized.v1", with(payment, "amount", usd(1_499)));
        heard("inventory.commands", order, "inventory.commit.v1");

        var abandoned = asked();
        reply(
                PAYMENT,
                abandoned,
                "payment.failed.v1",
                Map.of(
                        "orderId",
                        abandoned,
                        "paymentId",
                        UUID.randomUUID().toString(),
                        "reason",
                        "authentication_expired"));
        heard("inventory.commands", abandoned, "inventory.release.v1");
    }

    @Test
    void oncePaidForItIsNeverGivenUpByTimeButAskedForAgain() {
        var order = placed(1);
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        heard("payment.commands", order, "payment.authorize.v1");
        reply(
                PAYMENT,
                order,
                "payment.authorized.v1",
                Map.of("orderId", order, "paymentId", UUID.randomUUID().toString(), "amount", usd(1_499)));
        heard("inventory.commands", order, "inventory.commit.v1");
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();

        await().until(() -> broker.published("inventory.commands", order, "inventory.commit.v1")
                        .size()
                >= 2);
        assertThat(stateOf(order)).isEqualTo("CONFIRMING");
        assertThat(secondsLeft(order)).isBetween(31L, 60L);
    }

    private String asked() {
        var order = placed(1);
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        heard("payment.commands", order, "payment.authorize.v1");
        reply(
                PAYMENT,
                order,
                "payment.action-required.v1",
                Map.of(
                        "orderId",
                        order,
                        "paymentId",
                        UUID.randomUUID().toString(),
                        "redirectUrl",
                        "https://bank.example/approve"));
        await().until(() -> stateOf(order).equals("AWAITING_CUSTOMER"));
        return order;
    }

    private static Map<String, Object> with(Map<String, String> some, String name, Object value) {
        var all = new HashMap<String, Object>(some);
        all.put(name, value);
        return all;
    }

    /** Until the next reminder. */
    private long secondsLeft(String order) {
        return jdbc.sql("select timestampdiff(second, now(3), deadline) from orders where id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    @Test
    void theCustomersTimelineIsAboutTheOrderAndNotAboutTheShop() {
        var order = placed(1);
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        heard("payment.commands", order, "payment.authorize.v1");
        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .post()
                .uri("/api/admin/orders/" + order + "/cancel")
                .exchange()
                .expectStatus()
                .isAccepted();
        var paymentId = UUID.randomUUID().toString();
        reply(PAYMENT, order, "payment.voided.v1", Map.of("orderId", order, "paymentId", paymentId));
        reply(INVENTORY, order, "inventory.released.v1", Map.of("orderId", order));
        heard("order.events", order, "order.cancelled.v1");

        var seen = timelineAt("/api/orders/", customer, order);
        assertThat(seen.valueStream().map(it -> it.path("state").asString()))
                .containsExactly("PENDING_STOCK", "PENDING_PAYMENT", "CANCELLING", "CANCELLED");
        assertThat(seen.valueStream().map(it -> it.path("fact").asString("")))
                .containsExactly("OrderPlaced", "StockReserved", "CancelRequested", "");
        assertThat(seen.valueStream().noneMatch(it -> it.has("actor") || it.has("causeId") || it.has("traceId")))
                .isTrue();
        assertThat(timelineOf(order)).contains("StockReleased", "PaymentVoided");
    }

    private List<String> timelineOf(String order) {
        return timelineAt("/api/admin/orders/", TestIssuer.bearer(Role.SUPPORT), order)
                .valueStream()
                .map(it -> it.path("fact").asString())
                .toList();
    }

    private JsonNode timelineAt(String path, Bearer caller, String order) {
        return body(shop.as(caller).get().uri(path + order + "/timeline").exchange());
    }
}
