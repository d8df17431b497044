package com.ecom.inventory.availability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.inventory.Shelf;
import com.ecom.test.EventSchemas;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@ServiceTest
class AvailabilityIT {

    @Autowired
    Shop shop;

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
    void tellsShoppersHowManyThereAreOnlyWhenThereAreFew() {
        var many = shelf.with(500);
        var few = shelf.with(3);
        var none = shelf.with(0);

        shop.anonymously()
                .get()
                .uri("/api/inventory/" + few)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"sku\": \"%s\", \"level\": \"LOW\", \"available\": 3}".formatted(few));
        shop.anonymously()
                .get()
                .uri("/api/inventory?skus={a},{b},{c}", many, none, "UNKNOWN")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[?(@.sku == '%s')].level".formatted(many))
                .isEqualTo("IN_STOCK")
                .jsonPath("$.items[?(@.sku == '%s')].level".formatted(none))
                .isEqualTo("OUT_OF_STOCK")
                .jsonPath("$.items[*].available")
                .doesNotExist();
    }

    @Test
    void doesNotKnowEverySku() {
        shop.anonymously()
                .get()
                .uri("/api/inventory/UNKNOWN")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_SUCH_SKU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/inventory", "/api/inventory?skus=", "/api/inventory?skus=a b", "/api/inventory/a%27b"})
    void refusesQuestionsThatMakeNoSense(String question) {
        shop.anonymously().get().uri(question).exchange().expectStatus().isBadRequest();
    }

    @Test
    void refusesMoreThanAHundredSkusAtOnce() {
        shop.anonymously()
                .get()
                .uri("/api/inventory?skus=" + "A,".repeat(100) + "A")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void tellsStaffWhereEverythingIs() {
        var sku = shelf.with(7);
        hold(sku, 2, "HELD");
        hold(sku, 3, "COMMITTED");
        hold(sku, 4, "RELEASED");

        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri("/api/admin/inventory/" + sku)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"sku\": \"%s\", \"available\": 7, \"held\": 2}".formatted(sku), JsonCompareMode.STRICT);
    }

    @Test
    void tellsStaffWhereUnitsCameFromAndWentTheLatestFirst() {
        var sku = shelf.with(7);
        var order = UUID.randomUUID();
        jdbc.sql("insert into stock_movement (sku, delta, reason, ref) values (:sku, -2, 'RESERVED', :ref)")
                .param("sku", sku)
                .param("ref", order.toString())
                .update();

        var first = movements(sku, "size=1")
                .jsonPath("$.items[0].delta")
                .isEqualTo(-2)
                .jsonPath("$.items[0].ref")
                .isEqualTo(order.toString())
                .jsonPath("$.items[1]")
                .doesNotExist()
                .returnResult();
        var cursor = JsonPath.<String>read(
                new String(Objects.requireNonNull(first.getResponseBody()), UTF_8), "$.nextCursor");
        movements(sku, "size=1&cursor=" + cursor)
                .jsonPath("$.items[0].reason")
                .isEqualTo("INITIAL")
                .jsonPath("$.nextCursor")
                .doesNotExist();
    }

    private BodyContentSpec movements(String sku, String query) {
        return shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri("/api/admin/inventory/" + sku + "/movements?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void whatIsNewInTheCatalogueIsOutOfStock() {
        var mug = EventSchemas.examplesOf("product.upserted.v1").getFirst();
        var sku = "NEW-" + UUID.randomUUID();

        broker.send("product.events", sku, "product.upserted.v1", mug.replace("MUG-01", sku));

        await().untilAsserted(() -> shop.anonymously()
                .get()
                .uri("/api/inventory/" + sku)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.level")
                .isEqualTo("OUT_OF_STOCK"));
    }

    private void hold(String sku, int quantity, String state) {
        var order = UUID.randomUUID().toString();
        jdbc.sql("insert into reservation (order_id, state) values (:order, :state)")
                .param("order", order)
                .param("state", state)
                .update();
        jdbc.sql("insert into reservation_line (order_id, sku, quantity) values (:order, :sku, :quantity)")
                .param("order", order)
                .param("sku", sku)
                .param("quantity", quantity)
                .update();
    }
}
