package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The purchase as this service sees it: the others are played by the test, over the real broker. */
@ServiceTest
class PurchaseIT {

    private static final String INVENTORY = "inventory.events";
    private static final String PAYMENT = "payment.events";

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final Bearer customer = TestIssuer.customer();
    private final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void theShopSellsOneThing() {
        product(1, true, 1_499);
        await().until(() -> priceVersion() == 1);
    }

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
    void newsThatChangesNothingIsHandledAndNotSetAside() {
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
    void aRepeatedRequestPlacesOneOrderHoweverSimultaneous() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<String> post =
                () -> body(place(key, checkout(2)).expectStatus().isCreated())
                        .path("orderId")
                        .asString();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var ids = pool.invokeAll(java.util.Collections.nCopies(8, post)).stream()
                    .map(it -> it.resultNow())
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
            heard("order.events", ids.iterator().next(), "order.created.v1");
            assertThat(broker.published("order.events", ids.iterator().next())).hasSize(1);
        }
        place(key, checkout(2)).expectHeader().valueEquals("Idempotency-Replayed", "true");
        assertThat(codeOf(place(key, checkout(3)), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /** Orders that come at the same time share a transaction, and nothing else. */
    @Test
    void whoIsRefusedSpoilsNobodyElsesOrder() throws Exception {
        var good = checkout(1);
        var unknown = good.replace(sku, "SKU-" + UUID.randomUUID());
        var tooCheap = good.replace("}]", "}],\"expectedTotal\":{\"amount\":1,\"currency\":\"USD\"}");
        var wishes = Stream.generate(() -> List.of(good, unknown, tooCheap))
                .limit(10)
                .flatMap(List::stream)
                .<Callable<Integer>>map(it -> () -> place(UUID.randomUUID().toString(), it)
                        .returnResult(JsonNode.class)
                        .getStatus()
                        .value())
                .toList();
        try (var pool = Executors.newFixedThreadPool(wishes.size())) {
            var statuses = pool.invokeAll(wishes).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(201, 10L, 422, 10L, 409, 10L));
        }
        assertThat(ordersOfTheCustomer()).isEqualTo(10);
    }

    @Test
    void theServerSaysWhatThingsCost() {
        var cheaper = checkout(2).replace("}]", "}],\"expectedTotal\":{\"amount\":1,\"currency\":\"USD\"}");
        assertThat(codeOf(place(UUID.randomUUID().toString(), cheaper), 409)).isEqualTo("TOTAL_CHANGED");
        var priced = checkout(2).replace("\"quantity\":2", "\"quantity\":2,\"unitPrice\":1");
        assertThat(codeOf(place(UUID.randomUUID().toString(), priced), 400)).isEqualTo("MALFORMED_BODY");
        assertThat(ordersOfTheCustomer()).isZero();
    }

    @Test
    void anOlderPriceNeverOverwritesANewerOne() {
        product(3, true, 2_000);
        await().until(() -> priceVersion() == 3);
        product(2, true, 1_000);
        product(4, false, 2_000);
        await().until(() -> priceVersion() == 4);

        assertThat(codeOf(place(UUID.randomUUID().toString(), checkout(1)), 422))
                .isEqualTo("NOT_FOR_SALE");
    }

    @Test
    void somebodyElsesOrderLooksLikeAMissingOne() {
        var order = placed(1);
        var stranger = shop.as(TestIssuer.customer());
        for (var path : List.of("", "/timeline")) {
            assertThat(codeOf(stranger.get().uri("/api/orders/" + order + path).exchange(), 404))
                    .isEqualTo("NO_SUCH_ORDER");
        }
        assertThat(codeOf(
                        stranger.post().uri("/api/orders/" + order + "/cancel").exchange(), 404))
                .isEqualTo("NO_SUCH_ORDER");
        assertThat(stateOf(order)).isEqualTo("PENDING_STOCK");
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

    @Test
    void staffSeesEveryOrderAndShipsOnlyWhatIsSold() {
        var order = placed(1);
        var staff = shop.as(TestIssuer.bearer(Role.SUPPORT));
        staff.get().uri("/api/admin/orders/" + order).exchange().expectStatus().isOk();
        assertThat(codeOf(
                        staff.post()
                                .uri("/api/admin/orders/" + order + "/shipment")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{}")
                                .exchange(),
                        409))
                .isEqualTo("NOT_POSSIBLE_NOW");
    }

    @Test
    void listsOrdersPageByPageNewestFirst() {
        var first = placed(1);
        var second = placed(1);
        var page = body(shop.as(customer)
                .get()
                .uri("/api/orders?size=1")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(page.path("items").path(0).path("orderId").asString()).isEqualTo(second);
        var next = body(shop.as(customer)
                .get()
                .uri("/api/orders?size=1&cursor=" + page.path("nextCursor").asString())
                .exchange());
        assertThat(next.path("items").path(0).path("orderId").asString()).isEqualTo(first);
        assertThat(next.has("nextCursor")).isFalse();
    }

    @Test
    void saysSoWhenTheCartCannotBeRead() {
        var wholeCart = checkout(1).replaceFirst("\"items\":\\[.*?],", "");
        assertThat(codeOf(place(UUID.randomUUID().toString(), wholeCart), 503)).isEqualTo("CART_UNAVAILABLE");
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

    private String placed(int quantity) {
        return body(place(UUID.randomUUID().toString(), checkout(quantity))
                        .expectStatus()
                        .isCreated())
                .path("orderId")
                .asString();
    }

    private ResponseSpec place(String key, String checkout) {
        return shop.as(customer)
                .post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(checkout)
                .exchange();
    }

    private String checkout(int quantity) {
        return """
                {"items":[{"sku":"%s","quantity":%d}],"paymentMethod":"pm_card_ok",
                 "shippingAddress":{"recipient":"Ada","line1":"1 Road","city":"Town","postalCode":"1","country":"GB"}}
                """.formatted(sku, quantity);
    }

    private void product(long version, boolean active, long price) {
        reply(
                "product.events",
                sku,
                "product.upserted.v1",
                Map.of(
                        "productId",
                        "P-" + sku,
                        "version",
                        version,
                        "slug",
                        "mug",
                        "name",
                        "Mug",
                        "active",
                        active,
                        "variants",
                        List.of(Map.of("sku", sku, "options", Map.of(), "price", usd(price))),
                        "updatedAt",
                        "2026-01-15T10:15:30Z"));
    }

    private long priceVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from price where sku = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }

    /** Until the next reminder. */
    private long secondsLeft(String order) {
        return jdbc.sql("select timestampdiff(second, now(3), deadline) from orders where id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private long ordersOfTheCustomer() {
        return jdbc.sql("select count(*) from orders where owner = ?")
                .param(customer.id().toString())
                .query(Long.class)
                .single();
    }

    private void reply(String topic, String key, String type, Object payload) {
        broker.send(topic, key, type, payload);
    }

    private JsonNode heard(String topic, String key, String type) {
        return await().until(() -> broker.published(topic, key, type), it -> !it.isEmpty())
                .getFirst();
    }

    private String stateOf(String order) {
        return body(shop.as(customer).get().uri("/api/orders/" + order).exchange())
                .path("state")
                .asString();
    }

    private List<String> timelineOf(String order) {
        return body(shop.as(customer)
                        .get()
                        .uri("/api/orders/" + order + "/timeline")
                        .exchange())
                .valueStream()
                .map(it -> it.path("fact").asString())
                .toList();
    }

    private static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    private static JsonNode body(ResponseSpec answer) {
        return java.util.Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
