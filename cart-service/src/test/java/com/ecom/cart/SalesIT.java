package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.jdbc.Utc;
import com.ecom.test.TestIssuer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A cart shows what its goods cost now: in a sale the price of that, and beside it what they cost otherwise. */
class SalesIT extends CartScenario {

    private final String sku = newSku();

    @Test
    void whileASaleLastsItsPriceCountsAndTheListPriceIsShown() {
        var now = Instant.now();
        publish(sku, 1, true, onSale(999, now.minusSeconds(9), now.plusSeconds(3_600)));
        var visitor = TestIssuer.customer();
        add(visitor, sku, 2).expectStatus().isOk();

        var cart = cartOf(visitor);

        assertThat(cart.at("/items/0/unitPrice/amount").asLong()).isEqualTo(999);
        assertThat(cart.at("/items/0/listPrice/amount").asLong()).isEqualTo(1_499);
        assertThat(cart.at("/total/amount").asLong()).isEqualTo(1_998);
        assertThat(cart.at("/items/0").has("notice")).isFalse();
    }

    @Test
    void whoSawThePriceOfASaleIsToldThatItIsOver() {
        var until = Utc.now(jdbc).plusSeconds(2);
        publish(sku, 1, true, onSale(999, until.minusSeconds(60), until));
        var visitor = TestIssuer.customer();
        add(visitor, sku, 1).expectStatus().isOk();
        await().until(() -> !Utc.now(jdbc).isBefore(until));

        JsonNode line = cartOf(visitor).at("/items/0");

        assertThat(line.at("/unitPrice/amount").asLong()).isEqualTo(1_499);
        assertThat(line.path("notice").asString()).isEqualTo("PRICE_CHANGED");
        assertThat(line.at("/priceBefore/amount").asLong()).isEqualTo(999);
        assertThat(line.has("listPrice")).isFalse();
    }

    @Test
    void aSaleThatIsTakenBackIsOver() {
        var now = Instant.now();
        publish(sku, 1, true, onSale(999, now.minusSeconds(9), now.plusSeconds(3_600)));
        publish(sku, 2, 1_499, "USD", true);
        var visitor = TestIssuer.customer();
        add(visitor, sku, 1).expectStatus().isOk();

        assertThat(cartOf(visitor).at("/items/0/unitPrice/amount").asLong()).isEqualTo(1_499);
    }

    @Test
    void aProductIsSoldWhileItIsPublishedWhateverWasSoWhenThatWasSaid() {
        var from = Utc.now(jdbc).plusSeconds(2);
        var until = from.plusSeconds(2);
        publish(sku, 1, false, Map.of("publication", Map.of("from", from, "until", until)), plain());
        var visitor = TestIssuer.customer();
        add(visitor, sku, 1).expectStatus().isEqualTo(422);

        await().until(() -> !Utc.now(jdbc).isBefore(from));
        add(visitor, sku, 1).expectStatus().isOk();
        assertThat(cartOf(visitor).at("/items/0").has("notice")).isFalse();

        await().until(() -> !Utc.now(jdbc).isBefore(until));
        assertThat(cartOf(visitor).at("/items/0/notice").asString()).isEqualTo("NOT_FOR_SALE");
    }

    private Map<String, Object> plain() {
        return Map.of("sku", sku, "options", Map.of(), "price", money(1_499, "USD"));
    }

    private Map<String, Object> onSale(long amount, Instant from, Instant until) {
        return Map.of(
                "sku",
                sku,
                "options",
                Map.of(),
                "price",
                money(1_499, "USD"),
                "sale",
                Map.of("amount", amount, "from", from, "until", until));
    }
}
