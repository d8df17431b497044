package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ProductEvents;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What is too much, too little, or no money at all. */
class LimitsIT extends OrderTest {

    private final Bearer guest = TestIssuer.bearer(Role.GUEST);
    private final String network = "100.%d.%d."
            .formatted(
                    64 + ThreadLocalRandom.current().nextInt(64),
                    ThreadLocalRandom.current().nextInt(256));

    @Test
    void linesOfTheSameSkuCountTogetherAndHaveALimit() {
        var item = "{\"sku\":\"%s\",\"quantity\":51}".formatted(sku);
        var twice = checkout(1).replaceFirst("\"items\":\\[.*?]", "\"items\":[" + item + "," + item + "]");

        var refusal = body(place(key(), twice).expectStatus().isEqualTo(422));
        assertThat(refusal.path("code").asString()).isEqualTo("TOO_MANY_OF_ONE");
        assertThat(refusal.path("most").asInt()).isEqualTo(100);
    }

    @Test
    void aSumThatNobodyCanWriteDownIsRefused() {
        costs(9_007_199_254_740_991L, "USD");

        assertThat(codeOf(place(key(), checkout(2)), 422)).isEqualTo("TOTAL_TOO_LARGE");
    }

    @Test
    void soLittleThatTheProviderDoesNotTakeItIsRefused() {
        costs(49, "USD");

        var refusal = body(place(key(), checkout(1)).expectStatus().isEqualTo(422));
        assertThat(refusal.path("code").asString()).isEqualTo("TOTAL_TOO_SMALL");
        assertThat(refusal.path("minimum").path("amount").asLong()).isEqualTo(50);
        place(key(), checkout(2)).expectStatus().isCreated();
    }

    @Test
    void goldIsNoMoney() {
        costs(1_499, "XAU");

        assertThat(codeOf(place(key(), checkout(1)), 422)).isEqualTo("CURRENCY_NOT_ACCEPTED");
    }

    @Test
    void onlyWhatCostsNothingNeedsNoMeansOfPayment() {
        var without = checkout(1).replace("\"paymentMethod\":\"pm_card_ok\",", "");
        assertThat(codeOf(place(key(), without), 422)).isEqualTo("PAYMENT_METHOD_MISSING");

        costs(0, "USD");
        var order = body(place(key(), without).expectStatus().isCreated())
                .path("orderId")
                .asString();
        reply(INVENTORY, order, "inventory.reserved.v1", Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
        assertThat(heard("payment.commands", order, "payment.authorize.v1")
                        .path("amount")
                        .path("amount")
                        .asLong())
                .isZero();
    }

    @Test
    void aGuestHoldsOnlySoMuchWithoutHavingPaid() {
        var first = orderId(by(guest, "127.0.0.1", 40).expectStatus().isCreated());
        assertThat(codeOf(by(guest, "127.0.0.1", 11), 409)).isEqualTo("TOO_MUCH_UNPAID");
        by(guest, "127.0.0.1", 10).expectStatus().isCreated();
        by(customer, "127.0.0.1", 60).expectStatus().isCreated();

        shop.as(guest)
                .post()
                .uri("/api/orders/" + first + "/cancel")
                .exchange()
                .expectStatus()
                .isAccepted();
        by(guest, "127.0.0.1", 40).expectStatus().isCreated();
    }

    /** However many accounts ask, and however much at the same time. */
    @Test
    void aNetworkHoldsOnlySoMuchWithoutHavingPaid() throws Exception {
        Callable<Integer> order = () -> by(
                        TestIssuer.customer(),
                        network + ThreadLocalRandom.current().nextInt(1, 255),
                        100)
                .returnResult(JsonNode.class)
                .getStatus()
                .value();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool.invokeAll(Collections.nCopies(8, order)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(201, 5L, 409, 3L));
        }
        by(TestIssuer.customer(), "198.51.100.7", 1).expectStatus().isCreated();
    }

    @Test
    void stockIsHeldForAShorterTimeWithoutAnAccountAndWhileTheBankAsks() {
        var ofGuest = orderId(by(guest, "127.0.0.1", 1));
        var ofCustomer = placed(1);
        for (var order : List.of(ofGuest, ofCustomer)) {
            reply(
                    INVENTORY,
                    order,
                    "inventory.reserved.v1",
                    Map.of("orderId", order, "expiresAt", "2030-01-01T00:00:00Z"));
            heard("payment.commands", order, "payment.authorize.v1");
        }
        assertThat(minutesLeft(ofGuest)).isBetween(3L, 5L);
        assertThat(minutesLeft(ofCustomer)).isBetween(13L, 15L);
        reply(
                PAYMENT,
                ofCustomer,
                "payment.action-required.v1",
                Map.of(
                        "orderId",
                        ofCustomer,
                        "paymentId",
                        UUID.randomUUID().toString(),
                        "redirectUrl",
                        "https://bank.example"));
        await().until(() -> stateOf(ofCustomer).equals("AWAITING_CUSTOMER"));
        assertThat(minutesLeft(ofCustomer)).isBetween(8L, 10L);
    }

    @Test
    void theNetworkIsForgottenWithTheHold() {
        var order = orderId(by(guest, "203.0.113.9", 1));
        assertThat(networkOf(order)).isEqualTo("cb0071");
        shop.as(guest)
                .post()
                .uri("/api/orders/" + order + "/cancel")
                .exchange()
                .expectStatus()
                .isAccepted();

        assertThat(networkOf(order)).isEqualTo("none");
    }

    private ResponseSpec by(Bearer buyer, String address, int quantity) {
        return shop.as(buyer)
                .post()
                .uri("/api/orders")
                .header("Idempotency-Key", key())
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(checkout(quantity))
                .exchange();
    }

    private void costs(long amount, String currency) {
        var version = priceVersion() + 1;
        product(version, true, ProductEvents.variant(sku, amount, currency));
        await().until(() -> priceVersion() == version);
    }

    private long minutesLeft(String order) {
        return jdbc.sql("select timestampdiff(minute, now(3), deadline) from orders where id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private String networkOf(String order) {
        return jdbc.sql("select coalesce(network, 'none') from orders where id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private static String orderId(ResponseSpec answer) {
        return body(answer).path("orderId").asString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
