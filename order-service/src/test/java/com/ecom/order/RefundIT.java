package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Money that goes back after the sale. */
class RefundIT extends RefundScenario {

    private static final long TOTAL = 3_897;

    @BeforeEach
    void anOrderIsSold() {
        orderIn("CONFIRMED");
    }

    @Test
    void givesBackSomeOfTheMoneyAndTellsEverybody() {
        var refund = accepted(wish(500));
        assertThat(heard("payment.commands", "payment.refund.v1")
                        .path("refundId")
                        .asString())
                .isEqualTo(refund);
        refunded(refund, 500);

        var news = heard("order.events", "order.refunded.v1");
        assertThat(news.path("refunded").path("amount").asLong()).isEqualTo(500);
        assertThat(listed().path(0).path("state").asString()).isEqualTo("REFUNDED");
        assertThat(listed().path(0).path("reason").asString()).isEqualTo("broken");
        assertThat(listed().path(0).path("requestedBy").asString())
                .isEqualTo(support.id().toString());
    }

    @Test
    void givesBackWhatLinesCostAndEachUnitOnce() {
        var two = "{\"lines\":[{\"sku\":\"MUG\",\"quantity\":2}],\"reason\":\"sent back\"}";
        assertThat(body(post(key(), two).expectStatus().isAccepted())
                        .path("amount")
                        .path("amount")
                        .asLong())
                .isEqualTo(2_998);
        assertThat(codeOf(post(key(), two.replace("2}", "1}")), 422)).isEqualTo("NOT_THAT_MANY_SOLD");
        assertThat(codeOf(post(key(), two.replace("MUG", "ANOTHER")), 422)).isEqualTo("NOT_THAT_MANY_SOLD");
    }

    @Test
    void refusesWhatIsNotLeftAndChangesNothing() {
        accepted(wish(TOTAL - 100));

        var refusal = post(key(), wish(101));
        var problem = body(refusal.expectStatus().isEqualTo(409));
        assertThat(problem.path("code").asString()).isEqualTo("MORE_THAN_IS_LEFT");
        assertThat(problem.path("left").path("amount").asLong()).isEqualTo(100);
        assertThat(codeOf(post(key(), wish(0)), 422)).isEqualTo("NOTHING_TO_REFUND");
        assertThat(codeOf(post(key(), wish(-1)), 422)).isEqualTo("NOTHING_TO_REFUND");
        assertThat(codeOf(post(key(), wish(1).replace("USD", "EUR")), 422)).isEqualTo("MIXED_CURRENCIES");
        post(key(), "{\"reason\":\"nothing named\"}").expectStatus().isBadRequest();
        post(key(), wish(1).replace(",\"currency\":\"USD\"", "")).expectStatus().isBadRequest();
        post(key(), wish(1).replace("broken", " ")).expectStatus().isBadRequest();
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whatAllTheMoneyWasGivenBackForIsNotSentToAnybody() {
        var refund = accepted(wish(TOTAL));
        assertThat(codeOf(ship(), 409)).isEqualTo("ALL_GIVEN_BACK");
        refunded(refund, TOTAL);
        heard("order.events", "order.refunded.v1");
        assertThat(codeOf(ship(), 409)).isEqualTo("ALL_GIVEN_BACK");
    }

    @Test
    void whatSomeMoneyWasGivenBackForIsSent() {
        accepted(wish(TOTAL - 1));
        ship().expectStatus().isNoContent();
    }

    private ResponseSpec ship() {
        return shop.as(support)
                .post()
                .uri("/api/admin/orders/" + order + "/shipment")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange();
    }

    @Test
    void aRepeatedRequestGivesOnce() {
        var key = key();
        var first = body(post(key, wish(500)).expectStatus().isAccepted());
        var again = post(key, wish(500));

        assertThat(body(again.expectStatus().isAccepted())).isEqualTo(first);
        assertThat(codeOf(post(key, wish(501)), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void refundsAtTheSameMomentNeverAddUpToMoreThanWasTaken() throws Exception {
        var wishes = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            wishes.add(() -> post(key(), wish(500))
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            var granted = 0;
            for (var answer : pool.invokeAll(wishes)) {
                granted += answer.get() == 202 ? 1 : 0;
            }
            assertThat(granted).isEqualTo(7);
        }
        assertThat(jdbc.sql("select sum(amount) from refund where order_id = ?")
                        .param(order)
                        .query(Long.class)
                        .single())
                .isEqualTo(3_500);
        await().untilAsserted(() ->
                assertThat(broker.published("payment.commands", order)).hasSize(7));
    }

    @Test
    void newsOfARefundThatComesTwiceCountsOnce() {
        var refund = accepted(wish(500));
        refunded(refund, 500);
        refunded(refund, 500);
        var second = accepted(wish(100));
        refunded(second, 100);

        await().until(() ->
                broker.published("order.events", order, "order.refunded.v1").size() == 2);
        assertThat(refundedSoFar()).isEqualTo(600);
        assertThat(broker.published("order.events", order, "order.refunded.v1")).hasSize(2);
    }

    @Test
    void whatCouldNotBeGivenBackIsLeftForAnotherTry() {
        var refund = accepted(wish(TOTAL));
        failed(refund);
        await().until(() -> listed().path(0).path("state").asString().equals("FAILED"));

        assertThat(listed().path(0).path("failure").asString()).isEqualTo("card_closed");
        accepted(wish(TOTAL));
    }

    @Test
    void whatComesBackAfterItWasGivenIsLeftForAnotherTryToo() {
        var refund = accepted(wish(TOTAL));
        refunded(refund, TOTAL);
        await().until(() -> refundedSoFar() == TOTAL);
        failed(refund);
        await().until(() -> listed().path(0).path("state").asString().equals("FAILED"));

        assertThat(listed().path(0).path("failure").asString()).isEqualTo("card_closed");
        assertThat(refundedSoFar()).isZero();
        refunded(refund, TOTAL);
        var second = accepted(wish(TOTAL));
        refunded(second, TOTAL);
        await().until(() -> refundedSoFar() == TOTAL);
        assertThat(listed().path(0).path("state").asString()).isEqualTo("FAILED");
        await().untilAsserted(() -> assertThat(broker.published("order.events", order, "order.refunded.v1"))
                .hasSize(2));
    }

    @Test
    void asksAgainUntilThereIsAnAnswer() {
        accepted(wish(500));
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();

        await().until(() ->
                broker.published("payment.commands", order, "payment.refund.v1").size() == 2);
    }

    @Test
    void onlyWhatIsSoldCanBeGivenBack() {
        jdbc.sql("update orders set state = 'CAPTURING' where id = ?")
                .param(order)
                .update();

        assertThat(codeOf(post(key(), wish(500)), 409)).isEqualTo("NOT_POSSIBLE_NOW");
        assertThat(listed()).isEmpty();
    }

    @Test
    void onlySupportAndAdminsGiveMoneyBack() {
        for (var role : List.of(Role.CUSTOMER, Role.OPERATOR, Role.CATALOG)) {
            shop.as(TestIssuer.bearer(role))
                    .post()
                    .uri("/api/admin/orders/" + order + "/refunds")
                    .header("Idempotency-Key", key())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(wish(500))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        shop.as(support)
                .get()
                .uri("/api/admin/orders/" + UUID.randomUUID() + "/refunds")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(listed()).isEmpty();
    }

    private void orderIn(String state) {
        jdbc.sql("""
                insert into orders (id, owner, idempotency_key, request_hash, email, payment_method, total_amount,
                    currency, ship_to, state)
                values (?, ?, ?, ?, 'ada@example.com', 'pm_card_ok', ?, 'USD', '{}', ?)
                """)
                .params(order, UUID.randomUUID().toString(), order, "0".repeat(64), TOTAL, state)
                .update();
        jdbc.sql("""
                insert into order_line (order_id, line_no, sku, product_id, name, quantity, unit_amount)
                values (?, 0, 'MUG', 'p1', 'Mug', 2, 1499), (?, 1, 'TEA', 'p2', 'Tea', 1, 899)
                """).params(order, order).update();
    }

    private ResponseSpec post(String key, String wish) {
        return post("/refunds", key, wish);
    }

    private void failed(String refund) {
        failed(refund, usd(500));
    }

    private String accepted(String wish) {
        return body(post(key(), wish).expectStatus().isAccepted())
                .path("refundId")
                .asString();
    }

    private long refundedSoFar() {
        return body(shop.as(support).get().uri("/api/admin/orders/" + order).exchange())
                .path("refunded")
                .path("amount")
                .asLong();
    }

    private void refunded(String refund, long amount) {
        broker.send(
                "payment.events",
                order,
                "payment.refunded.v1",
                Map.of(
                        "orderId",
                        order,
                        "paymentId",
                        order,
                        "refundId",
                        refund,
                        "amount",
                        usd(amount),
                        "refunded",
                        usd(amount)));
    }

    private JsonNode heard(String topic, String type) {
        return await().until(() -> broker.published(topic, order, type), it -> !it.isEmpty())
                .getFirst();
    }

    private static String wish(long amount) {
        return "{\"amount\":{\"amount\":%d,\"currency\":\"USD\"},\"reason\":\"broken\"}".formatted(amount);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
