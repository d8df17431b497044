package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;

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
        var now = Utc.now(jdbc);
        publish(sku, 1, true, onSale(999, now.minusSeconds(60), now.plusSeconds(3_600)));
        var visitor = TestIssuer.customer();
        add(visitor, sku, 1).expectStatus().isOk();
        publish(sku, 2, true, onSale(999, now.minusSeconds(60), now));

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
        var now = Utc.now(jdbc);
        publish(sku, 1, true, published(now.plusSeconds(3_600), now.plusSeconds(7_200)), plain());
        var visitor = TestIssuer.customer();
        add(visitor, sku, 1).expectStatus().isEqualTo(422);

        publish(sku, 2, false, published(now.minusSeconds(60), now.plusSeconds(3_600)), plain());
        add(visitor, sku, 1).expectStatus().isOk();
        assertThat(cartOf(visitor).at("/items/0").has("notice")).isFalse();

        publish(sku, 3, true, published(now.minusSeconds(60), now), plain());
        assertThat(cartOf(visitor).at("/items/0/notice").asString()).isEqualTo("NOT_FOR_SALE");
    }

    private static Map<String, Object> published(Instant from, Instant until) {
        return Map.of("publication", Map.of("from", from, "until", until));
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
