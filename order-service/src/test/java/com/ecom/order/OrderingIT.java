package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What is ordered, by whom, for how much, and who sees it. */
class OrderingIT extends OrderTest {

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
    void whileASaleLastsItsPriceIsWhatHasToBeExpected() {
        var now = Instant.now();
        var sale = Map.of("amount", 999, "from", now.minusSeconds(9), "until", now.plusSeconds(3_600));
        product(2, true, Map.of("sku", sku, "options", Map.of(), "price", usd(1_499), "sale", sale));
        await().until(() -> priceVersion() == 2);

        assertThat(codeOf(place(UUID.randomUUID().toString(), expecting(2_998)), 409))
                .isEqualTo("TOTAL_CHANGED");
        assertThat(body(place(UUID.randomUUID().toString(), expecting(1_998))
                                .expectStatus()
                                .isCreated())
                        .at("/total/amount")
                        .asLong())
                .isEqualTo(1_998);

        product(3, true, 1_499);
        await().until(() -> priceVersion() == 3);
        place(UUID.randomUUID().toString(), expecting(2_998)).expectStatus().isCreated();
    }

    @Test
    void aProductIsSoldWhileItIsPublishedWhateverWasSoWhenThatWasSaid() {
        var now = Utc.now(jdbc);
        productPublished(2, true, now.plusSeconds(3_600), now.plusSeconds(7_200));
        assertThat(codeOf(place(UUID.randomUUID().toString(), checkout(1)), 422))
                .isEqualTo("NOT_FOR_SALE");

        productPublished(3, false, now.minusSeconds(60), now.plusSeconds(3_600));
        place(UUID.randomUUID().toString(), checkout(1)).expectStatus().isCreated();

        productPublished(4, true, now.minusSeconds(60), now);
        assertThat(codeOf(place(UUID.randomUUID().toString(), checkout(1)), 422))
                .isEqualTo("NOT_FOR_SALE");
    }

    private void productPublished(long version, boolean active, Instant from, Instant until) {
        var variant = Map.<String, Object>of("sku", sku, "options", Map.of(), "price", usd(1_499));
        product(version, active, Map.of("publication", Map.of("from", from, "until", until)), variant);
        await().until(() -> priceVersion() == version);
    }

    private String expecting(long total) {
        return checkout(2).replace("}]", "}],\"expectedTotal\":{\"amount\":%d,\"currency\":\"USD\"}".formatted(total));
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

    private long ordersOfTheCustomer() {
        return jdbc.sql("select count(*) from orders where owner = ?")
                .param(customer.id().toString())
                .query(Long.class)
                .single();
    }
}
