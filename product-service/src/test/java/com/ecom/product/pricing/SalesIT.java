package com.ecom.product.pricing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.Envelope;
import com.ecom.product.Catalogue;
import com.ecom.product.model.Edges;
import com.ecom.product.model.Edges.Edge;
import com.ecom.product.model.Products;
import com.ecom.test.EventSchemas;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SalesIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    Products products;

    @Autowired
    Edges edges;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String sku = newSku();
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void whileASaleLastsItsPriceCountsAndTheListPriceIsShownBesideIt() {
        var id = catalogue.added(mug(sku, 1_499));
        catalogue
                .revise(id, "\"1\"", onSale(1_199, now.minusSeconds(60), now.plusSeconds(3_600)))
                .expectStatus()
                .isOk();

        var variant = browse("/api/products/" + id).at("/variants/0");
        assertThat(variant.at("/price/amount").asLong()).isEqualTo(1_199);
        assertThat(variant.at("/listPrice/amount").asLong()).isEqualTo(1_499);
        assertThat(variant.at("/priorPrice/amount").asLong()).isEqualTo(1_499);
        assertThat(variant.has("sale")).isFalse();
        var kept = json(catalogue.get(id)).at("/variants/0");
        assertThat(kept.at("/price/amount").asLong()).isEqualTo(1_499);
        assertThat(kept.at("/sale/amount").asLong()).isEqualTo(1_199);
    }

    @Test
    void aSaleBeginsAndEndsByItselfAndOthersHearOfIt() {
        var from = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS);
        var until = from.plusSeconds(4);
        var id = catalogue.added(onSale(1_199, from, until));
        assertThat(priceOf(id)).isEqualTo(1_499);

        await().until(() -> priceOf(id) == 1_199);
        await().until(() -> priceOf(id) == 1_499);

        var heard = await().until(() -> broker.published("product.events", id), it -> it.size() == 3);
        assertThat(heard)
                .extracting(Envelope::type)
                .containsExactly("product.upserted.v1", "product.price-changed.v1", "product.price-changed.v1");
        heard.forEach(it -> EventSchemas.check(it.type(), it.data()));
        assertThat(broker.published("product.events", id, "product.price-changed.v1"))
                .extracting(it -> it.at("/newPrice/amount").asLong())
                .containsExactly(1_199L, 1_499L);

        var product = products.find(id).orElseThrow();
        var again = product.changesBetween(from.minusMillis(1), from);
        edges.announce(new Edge(product, from), again, Instant.now());
        assertThat(edges.until(Instant.now(), 1_000))
                .extracting(it -> it.product().id())
                .doesNotContain(id);
        catalogue.archive(id, "\"1\"").expectStatus().isNoContent();
        var last = await().until(() -> broker.published("product.events", id), it -> it.size() >= 4);
        assertThat(last).hasSize(4).last().extracting(Envelope::type).isEqualTo("product.deleted.v1");
    }

    @Test
    void staffSeeWhatItHasCost() {
        var id = catalogue.added(mug(sku, 1_499));
        catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();
        catalogue
                .revise(id, "\"2\"", onSale(1_199, now.minusSeconds(60), now.plusSeconds(3_600)))
                .expectStatus()
                .isOk();

        var first = pastPrices(id, "?size=2");
        var rest = pastPrices(id, "?size=2&cursor=" + first.path("nextCursor").asString());

        assertThat(first.path("items")
                        .valueStream()
                        .map(it -> it.at("/price/amount").asLong()))
                .containsExactly(1_199L, 1_299L);
        assertThat(first.at("/items/0/reduced").asBoolean()).isTrue();
        assertThat(first.at("/items/0/until").isMissingNode()).isTrue();
        assertThat(first.at("/items/1/until")).isEqualTo(first.at("/items/0/from"));
        assertThat(rest.path("items")
                        .valueStream()
                        .map(it -> it.at("/price/amount").asLong()))
                .containsExactly(1_499L);
        assertThat(rest.path("nextCursor").isMissingNode()).isTrue();
    }

    @Test
    void archivedProductsCanBeBoughtNoMore() {
        var id = catalogue.added(mug(sku, 1_499));
        catalogue.archive(id, "\"1\"").expectStatus().isNoContent();

        assertThat(pastPrices(id, "").at("/items/0/until").isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amount': 1499, 'from': '2026-01-01T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}",
                "{'amount': -1, 'from': '2026-01-01T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}",
                "{'amount': 999, 'from': '2026-01-02T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}",
                "{'amount': 999, 'from': '2026-01-02T00:00:00Z', 'until': '2028-01-02T00:00:00Z'}",
                "{'amount': 999, 'from': '+999999999-01-01T00:00:00Z', 'until': '+999999999-01-02T00:00:00Z'}",
                "{'amount': 999, 'from': 'tomorrow', 'until': '2026-01-02T00:00:00Z'}",
                "{'from': '2026-01-01T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}",
                "{'amount': 999, 'until': '2026-01-02T00:00:00Z'}",
                "{'amount': 999, 'currency': 'EUR', 'from': '2026-01-01T00:00:00Z', 'until': '2026-01-02T00:00:00Z'}"
            })
    void aSaleThatIsNoneIsRefused(String sale) {
        catalogue.add(withSale(sale.replace('\'', '"'))).expectStatus().isBadRequest();
    }

    private String onSale(long amount, Instant from, Instant until) {
        return withSale("{\"amount\": %d, \"from\": \"%s\", \"until\": \"%s\"}".formatted(amount, from, until));
    }

    private String withSale(String sale) {
        return mug(sku, 1_499).replace("\"price\":", "\"sale\": " + sale + ", \"price\":");
    }

    private JsonNode pastPrices(String id, String query) {
        return json(catalogue
                .keeper()
                .get()
                .uri("/api/admin/products/%s/prices%s".formatted(id, query))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private long priceOf(String id) {
        return browse("/api/products/" + id).at("/variants/0/price/amount").asLong();
    }

    private JsonNode browse(String uri) {
        return json(shop.anonymously().get().uri(uri).exchange().expectStatus().isOk());
    }
}
