package com.ecom.inventory.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.inventory.Shelf;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class AdjustingIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    final Bearer keeper = TestIssuer.bearer(Role.CATALOG);

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(jdbc);
    }

    @Test
    void bringsThingsInAndTakesBrokenOnesOut() {
        var tea = shelf.with(0);
        var mug = shelf.with(10);

        adjust("""
                {"adjustments": [{"sku": "%s", "delta": 30, "reason": "RECEIVED"},
                                 {"sku": "%s", "delta": -2, "reason": "DAMAGED", "compareAvailable": 10}]}
                """.formatted(tea, mug), newKey()).expectStatus().isOk();

        assertThat(shelf.available(tea)).isEqualTo(30);
        assertThat(shelf.available(mug)).isEqualTo(8);
        assertThat(shelf.explained(mug)).isEqualTo(8);
    }

    @Test
    void aRepeatedRequestHearsTheSameAnswerAndMovesNothing() {
        var sku = shelf.with(1);
        var key = newKey();
        var body = received(sku, 10);

        var first = adjust(body, key)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        var second = adjust(body, key)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();

        assertThat(second).isEqualTo(first).contains("\"available\":11");
        assertThat(shelf.available(sku)).isEqualTo(11);
    }

    @Test
    void simultaneousTwinsMoveOnce() throws Exception {
        var sku = shelf.with(0);
        var key = newKey();
        Callable<Integer> twin = () -> adjust(received(sku, 3), key)
                .returnResult(String.class)
                .getStatus()
                .value();

        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var status :
                    pool.invokeAll(IntStream.range(0, 6).mapToObj(_ -> twin).toList())) {
                assertThat(status.get()).isEqualTo(200);
            }
        }

        assertThat(shelf.available(sku)).isEqualTo(3);
    }

    @Test
    void refusesAKeyThatBelongsToSomethingElse() {
        var sku = shelf.with(1);
        var key = newKey();
        adjust(received(sku, 10), key).expectStatus().isOk();

        refused(adjust(received(sku, 11), key), 422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(shelf.available(sku)).isEqualTo(11);
    }

    @Test
    void refusesToGoBelowNothingAndThenDoesNothingAtAll() {
        var plenty = shelf.with(10);
        var few = shelf.with(1);
        var key = newKey();
        var body = """
                {"adjustments": [{"sku": "%s", "delta": 5, "reason": "RECEIVED"},
                                 {"sku": "%s", "delta": -2, "reason": "CORRECTION"}]}
                """.formatted(plenty, few);

        refused(adjust(body, key), 409, "INSUFFICIENT_STOCK");

        assertThat(shelf.available(plenty)).isEqualTo(10);
        assertThat(shelf.explained(plenty)).isEqualTo(10);
        adjust(received(few, 1), newKey()).expectStatus().isOk();
        adjust(body, key).expectStatus().isOk();
    }

    @Test
    void refusesACountThatIsOutOfDate() {
        var sku = shelf.with(10);

        refused(adjust("""
                        {"adjustments": [{"sku": "%s", "delta": 5, "reason": "CORRECTION", "compareAvailable": 9}]}
                        """.formatted(sku), newKey()), 409, "STOCK_MOVED");

        assertThat(shelf.available(sku)).isEqualTo(10);
    }

    @Test
    void refusesMoreThanAnybodyCanHave() {
        var sku = shelf.with(999_999_999);

        refused(adjust(received(sku, 2), newKey()), 409, "TOO_MUCH_STOCK");

        assertThat(shelf.available(sku)).isEqualTo(999_999_999);
    }

    @Test
    void namesTheSkusThatNobodyKnows() {
        var sku = "NOPE-" + UUID.randomUUID();

        adjust(received(sku, 1), newKey())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_SUCH_SKU")
                .jsonPath("$.detail")
                .isEqualTo("There is no SKU " + sku);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"adjustments\": []}",
                "{\"adjustments\": [null]}",
                "{\"adjustments\": [{}]}",
                "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": 1.5, \"reason\": \"RECEIVED\"}]}",
                "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": 1000001, \"reason\": \"RECEIVED\"}]}",
                "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": 1, \"reason\": \"RESERVED\"}]}",
                "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": 1, \"reason\": \"RECEIVED\", \"more\": 1}]}",
                "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": 1, \"reason\": \"RECEIVED\"}, "
                        + "{\"sku\": \"%1$s\", \"delta\": 1, \"reason\": \"RETURNED\"}]}",
                "{\"adjustments\": [{\"sku\": \"'; drop\", \"delta\": 1, \"reason\": \"RECEIVED\"}]}"
            })
    void refusesWhatMakesNoSense(String body) {
        var sku = shelf.with(3);

        adjust(body.replace("%s", sku).replace("%1$s", sku), newKey())
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(shelf.available(sku)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "ümlaut"})
    void refusesKeysThatAreNone(String key) {
        var sku = shelf.with(3);

        adjust(received(sku, 1), key).expectStatus().isBadRequest();

        assertThat(shelf.available(sku)).isEqualTo(3);
    }

    private ResponseSpec adjust(String body, String key) {
        return shop.as(keeper)
                .post()
                .uri("/api/admin/inventory/adjustments")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static String received(String sku, int delta) {
        return "{\"adjustments\": [{\"sku\": \"%s\", \"delta\": %d, \"reason\": \"RECEIVED\"}]}".formatted(sku, delta);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
