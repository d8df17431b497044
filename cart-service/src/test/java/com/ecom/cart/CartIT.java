package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class CartIT extends CartScenario {

    private final String sku = newSku();

    static Stream<Bearer> visitors() {
        return Stream.of(TestIssuer.customer(), TestIssuer.bearer(Role.GUEST));
    }

    @BeforeEach
    void theShopSellsOneThing() {
        publish(sku, 1, 1_499, "USD", true);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void keepsWhatIsPutIn(Bearer visitor) {
        add(visitor, 2).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");

        var cart = cartOf(visitor);
        assertThat(cart.path("items").path(0).path("sku").asString()).isEqualTo(sku);
        assertThat(cart.path("itemCount").asInt()).isEqualTo(2);
        assertThat(cart.path("total").path("amount").asLong()).isEqualTo(2_998);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void anAdditionThatIsRepeatedUnderItsKeyAddsNothing(Bearer visitor) throws Exception {
        Callable<Integer> addTwo = () -> addOnce(visitor, "a-key", 2)
                .returnResult(byte[].class)
                .getStatus()
                .value();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(Collections.nCopies(8, addTwo));
            assertThat(answers).allSatisfy(it -> assertThat(it.resultNow()).isEqualTo(200));
        }
        addOnce(visitor, "a-key", 2).expectStatus().isOk().expectHeader().valueEquals("Idempotency-Replayed", "true");
        assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(2);

        addOnce(visitor, "a-key", 3).expectStatus().is4xxClientError();
        addOnce(visitor, "another-key", 3).expectStatus().isOk();
        assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(5);
        addOnce(visitor, "no key", 1).expectStatus().isBadRequest();
    }

    private ResponseSpec addOnce(Bearer visitor, String key, int quantity) {
        return shop.as(visitor)
                .post()
                .uri("/api/cart/items")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("sku", sku, "quantity", quantity))
                .exchange();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void losesNoneOfManySimultaneousAdditions(Bearer visitor) throws Exception {
        Callable<Integer> addOne =
                () -> add(visitor, 1).returnResult(byte[].class).getStatus().value();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(Collections.nCopies(12, addOne));
            assertThat(answers).allSatisfy(it -> assertThat(it.resultNow()).isEqualTo(200));
        }
        assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void aChangeForAnotherVersionChangesNothing(Bearer visitor) {
        add(visitor, 2);
        var stale = shop.as(visitor)
                .put()
                .uri("/api/cart/items/" + sku)
                .header("If-Match", "\"7\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"quantity\":9}")
                .exchange();
        assertThat(codeOf(stale, 412)).isEqualTo("PRECONDITION_FAILED");
        assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void orderedItemsLeaveTheCartOnceHoweverOftenTheEventArrives(Bearer visitor) {
        add(visitor, 4);
        var order = UUID.randomUUID();
        var news = confirmed(order, visitor, 2);
        broker.send("order.events", order.toString(), "order.confirmed.v1", news);
        broker.send("order.events", order.toString(), "order.confirmed.v1", news);
        var another = UUID.randomUUID();
        broker.send("order.events", another.toString(), "order.confirmed.v1", confirmed(another, visitor, 1));

        await().untilAsserted(() ->
                assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(1));
    }

    @Test
    void aGuestsCartComesAlongWhenLoggingInHoweverOftenItIsMerged() {
        var guest = TestIssuer.bearer(Role.GUEST);
        var customer = TestIssuer.customer();
        add(guest, 2);
        add(customer, 1);
        merge(customer, guest.token()).expectStatus().isOk();
        merge(customer, guest.token()).expectStatus().isOk();

        assertThat(cartOf(customer).path("itemCount").asInt()).isEqualTo(2);
        assertThat(cartOf(guest).path("itemCount").asInt()).isZero();
    }

    @Test
    void theTokenOfACustomerMergesNoCart() {
        var victim = TestIssuer.customer();
        add(victim, 2);
        for (var token : List.of(victim.token(), "not-a-token", victim.id().toString())) {
            assertThat(codeOf(merge(TestIssuer.customer(), token), 422)).isEqualTo("NOT_A_GUEST_TOKEN");
        }
        assertThat(cartOf(victim).path("itemCount").asInt()).isEqualTo(2);
    }

    @Test
    void pointsOutWhatChangedSinceItWasPutIn() {
        var visitor = TestIssuer.customer();
        add(visitor, 1);
        publish(sku, 2, 1_999, "USD", true);
        assertThat(cartOf(visitor).path("items").path(0).path("notice").asString())
                .isEqualTo("PRICE_CHANGED");
        assertThat(cartOf(visitor).path("total").path("amount").asLong()).isEqualTo(1_999);
        publish(sku, 3, 1_999, "USD", false);
        assertThat(cartOf(visitor).path("items").path(0).path("notice").asString())
                .isEqualTo("NOT_FOR_SALE");
        assertThat(codeOf(add(visitor, 1), 422)).isEqualTo("NOT_FOR_SALE");
    }

    private ResponseSpec add(Bearer visitor, int quantity) {
        return add(visitor, sku, quantity);
    }

    private ResponseSpec merge(Bearer customer, String guestToken) {
        return shop.as(customer)
                .post()
                .uri("/api/cart/merge")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("guestToken", guestToken))
                .exchange();
    }

    private Map<String, Object> confirmed(UUID order, Bearer visitor, int quantity) {
        return Map.of(
                "orderId", order,
                "customerId", visitor.id(),
                "email", visitor.email(),
                "lines",
                        List.of(Map.of(
                                "sku",
                                sku,
                                "productId",
                                "P",
                                "name",
                                "Mug",
                                "quantity",
                                quantity,
                                "unitPrice",
                                money(1_499, "USD"))),
                "total", money(1_499L * quantity, "USD"),
                "confirmedAt", "2026-01-15T10:15:30Z");
    }
}
