package com.ecom.order.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ProductEvents;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Purchases that nobody answers, as an operator sees and hurries them. */
@ServiceTest
class SagasIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final Bearer operator = TestIssuer.bearer(Role.OPERATOR);
    private final Bearer customer = TestIssuer.customer();
    private final String sku = "SAGA-" + UUID.randomUUID().toString().substring(0, 8);

    private String order;

    @BeforeEach
    void somebodyBuys() {
        broker.send(
                ProductEvents.TOPIC,
                sku,
                ProductEvents.UPSERTED,
                ProductEvents.upserted("P-" + sku, 1, ProductEvents.variant(sku, 100, "USD"), Map.of()));
        order = await().until(this::place, it -> !it.isEmpty());
    }

    @Test
    void saysWhoOwesTheNextAnswer() {
        var saga = get("/ops/sagas/" + order);

        assertThat(saga.path("saga").path("state").asString()).isEqualTo("PENDING_STOCK");
        assertThat(saga.path("saga").path("outstanding").get(0).asString()).isEqualTo("inventory-service");
        assertThat(saga.path("steps").get(0).path("fact").asString()).isEqualTo("OrderPlaced");
        assertThat(listed("UNDER_WAY")).isTrue();
        assertThat(listed("OVERDUE")).isFalse();
    }

    @Test
    void aSweepTellsOverdueOrdersThatTheyAre() {
        jdbc.sql("update orders set deadline = now(3) - interval 1 minute where id = ?")
                .param(order)
                .update();

        // The clock may have been faster: then there is nothing left to tell.
        assertThat(json(post("/ops/sagas/sweep").expectStatus().isOk())
                        .path("affected")
                        .asInt())
                .isNotNegative();

        await().until(() ->
                get("/ops/sagas/" + order).path("saga").path("state").asString().equals("CANCELLING"));
        assertThat(listed("OVERDUE")).isFalse();
    }

    @Test
    void aNudgeAsksAgainAndNeverGivesUp() {
        assertThat(json(post("/ops/sagas/" + order + "/nudge").expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_POSSIBLE_NOW");
        shop.as(customer).post().uri("/api/orders/" + order + "/cancel").exchange();
        await().until(() -> released() == 1);

        post("/ops/sagas/" + order + "/nudge").expectStatus().isOk();

        await().until(() -> released() == 2);
        assertThat(get("/ops/sagas/" + order).path("saga").path("reminders").asInt())
                .isEqualTo(1);
        post("/ops/sagas/" + UUID.randomUUID() + "/nudge").expectStatus().isNotFound();
    }

    private int released() {
        return broker.published("inventory.commands", order, "inventory.release.v1")
                .size();
    }

    /** On any page: other tests leave orders under way, too. */
    private boolean listed(String standing) {
        for (var cursor = ""; cursor != null; ) {
            var page = get("/ops/sagas?size=100&standing=" + standing + cursor);
            if (page.path("items")
                    .valueStream()
                    .anyMatch(it -> it.path("orderId").asString().equals(order))) {
                return true;
            }
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : null;
        }
        return false;
    }

    /** Nothing while the shop does not sell it yet. */
    private String place() {
        return json(shop.as(customer)
                        .post()
                        .uri("/api/orders")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("""
                                {"items":[{"sku":"%s","quantity":1}],"paymentMethod":"pm_card_ok",
                                 "shippingAddress":{"recipient":"Ada","line1":"1 Road","city":"Town","postalCode":"SW1A 1AA",
                                 "country":"GB"}}
                                """.formatted(sku))
                        .exchange())
                .path("orderId")
                .asString("");
    }

    private JsonNode get(String path) {
        return json(shop.as(operator).get().uri(path).exchange().expectStatus().isOk());
    }

    private ResponseSpec post(String path) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"reason\": \"3 a.m.\"}")
                .exchange();
    }

    private static JsonNode json(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
