package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CartIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8);

    static Stream<Bearer> visitors() {
        return Stream.of(TestIssuer.customer(), TestIssuer.bearer(Role.GUEST));
    }

    @BeforeEach
    void theShopSellsOneThing() {
        product(1, 1_499, true);
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
    void keepsTheCodesThatWereEntered(Bearer visitor) {
        add(visitor, 2);
        enter(visitor, List.of("field-10", "MORE5"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        assertThat(cartOf(visitor).path("codes").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("FIELD10", "MORE5");

        enter(visitor, List.of()).expectStatus().isOk();
        assertThat(cartOf(visitor).path("codes")).isEmpty();
        enter(visitor, List.of("A1B", "A2B", "A3B", "A4B", "A5B", "A6B"))
                .expectStatus()
                .isBadRequest();
        enter(visitor, List.of("<b>")).expectStatus().isBadRequest();
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

    @ParameterizedTest
    @MethodSource("visitors")
    void whatIsPutAsideIsNotOrderedAndComesBack(Bearer visitor) {
        add(visitor, 2);
        change(visitor, HttpMethod.POST, "/api/cart/items/" + sku + "/later")
                .expectStatus()
                .isOk();
        var cart = cartOf(visitor);
        assertThat(cart.path("items")).isEmpty();
        assertThat(cart.path("total").isMissingNode()).isTrue();
        assertThat(cart.path("later").path(0).path("quantity").asInt()).isEqualTo(2);
        change(visitor, HttpMethod.POST, "/api/cart/items/" + sku + "/later")
                .expectStatus()
                .isNotFound();

        add(visitor, 1);
        change(visitor, HttpMethod.POST, "/api/cart/later/" + sku + "/back")
                .expectStatus()
                .isOk();
        cart = cartOf(visitor);
        assertThat(cart.path("itemCount").asInt()).isEqualTo(3);
        assertThat(cart.path("later")).isEmpty();
        change(visitor, HttpMethod.DELETE, "/api/cart/later/" + sku)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec change(Bearer visitor, HttpMethod method, String path) {
        return shop.as(visitor).method(method).uri(path).exchange();
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

    private ResponseSpec enter(Bearer visitor, List<String> codes) {
        return shop.as(visitor)
                .put()
                .uri("/api/cart/codes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("codes", codes))
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
        product(2, 1_999, true);
        assertThat(cartOf(visitor).path("items").path(0).path("notice").asString())
                .isEqualTo("PRICE_CHANGED");
        assertThat(cartOf(visitor).path("total").path("amount").asLong()).isEqualTo(1_999);
        product(3, 1_999, false);
        assertThat(cartOf(visitor).path("items").path(0).path("notice").asString())
                .isEqualTo("NOT_FOR_SALE");
        assertThat(codeOf(add(visitor, 1), 422)).isEqualTo("NOT_FOR_SALE");
    }

    private ResponseSpec add(Bearer visitor, int quantity) {
        return shop.as(visitor)
                .post()
                .uri("/api/cart/items")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity))
                .exchange();
    }

    private ResponseSpec merge(Bearer customer, String guestToken) {
        return shop.as(customer)
                .post()
                .uri("/api/cart/merge")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("guestToken", guestToken))
                .exchange();
    }

    private JsonNode cartOf(Bearer visitor) {
        return body(shop.as(visitor)
                .get()
                .uri("/api/cart")
                .exchange()
                .expectStatus()
                .isOk());
    }

    private void product(long version, long price, boolean active) {
        broker.send(
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
        await().until(() -> jdbc.sql("select coalesce(max(version), 0) from offer where sku = ?")
                        .param(sku)
                        .query(Long.class)
                        .single()
                == version);
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
                                usd(1_499))),
                "total", usd(1_499L * quantity),
                "confirmedAt", "2026-01-15T10:15:30Z");
    }

    private static Map<String, Object> usd(long amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    private static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
