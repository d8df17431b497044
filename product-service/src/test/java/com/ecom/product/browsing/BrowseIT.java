package com.ecom.product.browsing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BrowseIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void showsWhatIsForSalePageByPage() {
        var brand = "B-" + UUID.randomUUID();
        var added = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            added.add(catalogue.added(mug(newSku(), 100 + i).replace("Clayworks", brand)));
        }
        catalogue.added(
                mug(newSku(), 1).replace("Clayworks", brand).replace("\"name\"", "\"active\": false, \"name\""));
        catalogue.archive(added.removeFirst(), "\"1\"").expectStatus().isNoContent();

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = browse("/api/products?brand=%s&size=3&cursor=%s".formatted(brand, cursor));
            page.path("items").forEach(it -> seen.add(it.path("productId").asString()));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void showsAProductWithoutWhatOnlyStaffKnows() {
        var id = catalogue.added(mug(newSku(), 1_499));

        var product = browse("/api/products/" + id);

        assertThat(product.at("/variants/0/price/amount").asLong()).isEqualTo(1_499);
        assertThat(product.has("archived")).isFalse();
        assertThat(product.has("version")).isFalse();
    }

    @Test
    void findsAProductByItsSlugWhileItIsForSale() {
        var id = catalogue.added(mug(newSku(), 1_499));
        var slug = browse("/api/products/" + id).path("slug").asString();

        assertThat(browse("/api/products/by-slug/" + slug)).isEqualTo(browse("/api/products/" + id));

        catalogue.archive(id, "\"1\"").expectStatus().isNoContent();
        isMissing(slug);
        isMissing(UUID.randomUUID().toString());
        isMissing(slug.toUpperCase(Locale.ROOT));
        isMissing("x".repeat(201));
    }

    @Test
    void countsWhatACategoryHas() {
        var category = "c-" + UUID.randomUUID();
        catalogue.added(mug(newSku(), 1).replace("kitchen", category));
        catalogue.added(mug(newSku(), 1).replace("kitchen", category));

        assertThat(browse("/api/categories"))
                .filteredOn(it -> it.path("category").asString().equals(category))
                .extracting(it -> it.path("count").asInt())
                .containsExactly(2);
        assertThat(browse("/api/products?category=" + category).path("items").size())
                .isEqualTo(2);
    }

    @Test
    void showsTheNewestRatingWhateverOrderTheyCameIn() {
        var id = catalogue.added(mug(newSku(), 1));

        rate(id, 2, 4.5);
        rate(id, 1, 1.0);
        rate(id, 3, 4.0);
        rate(id, 2, 4.5);

        await().untilAsserted(() -> assertThat(
                        browse("/api/products/" + id).at("/rating/average").asDouble())
                .isEqualTo(4.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?size=0", "?size=101", "?size=x"})
    void refusesPagesThatMakeNoSense(String query) {
        shop.anonymously()
                .get()
                .uri("/api/products" + query)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void isMissing(String slug) {
        shop.anonymously()
                .get()
                .uri("/api/products/by-slug/" + slug)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void rate(String product, int version, double average) {
        broker.send(
                "review.events",
                product,
                "review.rating-changed.v1",
                Map.of("productId", product, "version", version, "count", version, "average", average));
    }

    private JsonNode browse(String uri) {
        return json(shop.anonymously().get().uri(uri).exchange().expectStatus().isOk());
    }
}
