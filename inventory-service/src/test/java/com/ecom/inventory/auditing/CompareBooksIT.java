package com.ecom.inventory.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.jdbc.Turns;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.inventory.Shelf;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CompareBooksIT {

    @Autowired
    CompareBooks compareBooks;

    @Autowired
    Looks looks;

    @Autowired
    Turns turns;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    final Bearer operator = TestIssuer.bearer(Role.OPERATOR);

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(jdbc);
        while (compareBooks.putRight() > 0) {}
    }

    @Test
    void noticesStockThatNoMovementExplains() {
        var sku = shelf.with(5);
        compareBooks.compare();
        var before = violations();

        set(sku, 6);
        compareBooks.compare();
        assertThat(violations()).isEqualTo(before + 1);

        set(sku, 5);
        compareBooks.compare();
        assertThat(violations()).isEqualTo(before);
    }

    @Test
    void looksAgainOnlyAtWhatMovedAndAtWhatWasWrong() {
        var quiet = shelf.with(5);
        looks.lookAtWhatMoved();
        looks.lookAtWhatMoved();
        var before = looks.wrong();
        set(quiet, 6);
        looks.lookAtWhatMoved();
        assertThat(looks.wrong())
                .as("what left no movement waits for the night")
                .isEqualTo(before);

        var busy = shelf.with(5);
        set(busy, 6);
        looks.lookAtWhatMoved();
        assertThat(looks.wrong()).isEqualTo(before + 1);
        looks.lookAtWhatMoved();
        looks.lookAtWhatMoved();
        assertThat(looks.wrong()).as("it is still wrong").isEqualTo(before + 1);
        set(busy, 5);
        looks.lookAtWhatMoved();
        assertThat(looks.wrong()).isEqualTo(before);
        looks.lookAtAll();
        assertThat(looks.wrong()).isEqualTo(before + 1);
        set(quiet, 5);
    }

    @Test
    void oneInstanceLooksForAll() {
        var task = "t-" + UUID.randomUUID();
        assertThat(turns.take(task, Duration.ofHours(1))).isTrue();
        assertThat(turns.take(task, Duration.ofHours(1))).isFalse();
        jdbc.sql("update turn set due_at = now(3) where task = :task")
                .param("task", task)
                .update();
        assertThat(turns.take(task, Duration.ofHours(1))).isTrue();
    }

    @Test
    void noticesAPromiseForWhichNothingLeftTheShelf() {
        var sku = shelf.with(5);
        compareBooks.compare();
        var before = violations();

        promise(sku, 2);
        compareBooks.compare();

        assertThat(violations()).isEqualTo(before + 1);
    }

    @Test
    void putsTheShelfRightByTheMovementsWithoutOneMore() {
        var sku = shelf.with(5);
        set(sku, 9);

        apply("{\"reason\": \"somebody wrote by hand\"}").jsonPath("$.affected").isEqualTo(1);

        assertThat(shelf.available(sku)).isEqualTo(5);
        assertThat(shelf.explained(sku)).isEqualTo(5);
    }

    @Test
    void putsAPromiseRightThatNothingWasTakenFor() {
        var sku = shelf.with(5);
        promise(sku, 2);

        apply("{\"reason\": \"a restored backup\"}").jsonPath("$.affected").isEqualTo(1);

        assertThat(shelf.available(sku)).isEqualTo(3);
        assertThat(shelf.explained(sku)).isEqualTo(3);
        assertThat(rightFor(sku)).isEmpty();
    }

    @Test
    void tellsTheShopWhatIsBackOnTheShelf() {
        var sku = shelf.with(50);
        set(sku, 0);

        apply("{\"reason\": \"somebody wrote by hand\"}").jsonPath("$.affected").isEqualTo(1);

        await().untilAsserted(() -> assertThat(broker.published("stock.events", sku, "stock.back.v1"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("available").asLong()).isEqualTo(50)));
    }

    @Test
    void whoeverTurnsPagesSeesEachDifferenceOnce() {
        var skus = List.of(shelf.with(5), shelf.with(5), shelf.with(5));
        skus.forEach(it -> set(it, 6));

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = page("?size=1" + next);
            page.path("items").forEach(it -> seen.add(it.path("sku").asString()));
            next = "&cursor=" + page.path("nextCursor").asString("");
        } while (!next.equals("&cursor=") && seen.size() < 10);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(skus);
    }

    @Test
    void lookingChangesNothing() {
        var sku = shelf.with(5);
        set(sku, 9);

        assertThat(rightFor(sku)).contains("\"right\":5");
        apply("{\"reason\": \"only looking\", \"dryRun\": true}")
                .jsonPath("$.affected")
                .isEqualTo(1)
                .jsonPath("$.dryRun")
                .isEqualTo(true);

        assertThat(shelf.available(sku)).isEqualTo(9);
    }

    @Test
    void leavesToAPersonWhatWouldBeBelowNothing() {
        var sku = shelf.with(1);
        promise(sku, 2);

        apply("{\"reason\": \"trying\"}").jsonPath("$.affected").isEqualTo(0);

        assertThat(shelf.available(sku)).isEqualTo(1);
        jdbc.sql("delete from reservation_line where sku = :sku")
                .param("sku", sku)
                .update();
    }

    @Test
    void needsAReason() {
        post("{}").expectStatus().isBadRequest();
    }

    private BodyContentSpec apply(String body) {
        return post(body).expectStatus().isOk().expectBody();
    }

    /** What the preview says of it; empty if its books agree. */
    private String rightFor(String sku) {
        var body = page("?size=100").toString();
        return body.contains(sku) ? body.substring(body.indexOf(sku)) : "";
    }

    private JsonNode page(String query) {
        return Objects.requireNonNull(shop.as(operator)
                .get()
                .uri("/ops/stock/reconciliation" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec post(String body) {
        return shop.as(operator)
                .post()
                .uri("/ops/stock/reconciliation")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private void set(String sku, int available) {
        jdbc.sql("update stock set available = :available where sku = :sku")
                .param("available", available)
                .param("sku", sku)
                .update();
    }

    private void promise(String sku, int quantity) {
        var order = UUID.randomUUID().toString();
        jdbc.sql("insert into reservation (order_id, state) values (:order, 'COMMITTED')")
                .param("order", order)
                .update();
        jdbc.sql("insert into reservation_line (order_id, sku, quantity) values (:order, :sku, :quantity)")
                .param("order", order)
                .param("sku", sku)
                .param("quantity", quantity)
                .update();
    }

    private double violations() {
        return meters.get("ecom.inventory.invariant.violations").gauge().value();
    }
}
