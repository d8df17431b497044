package com.ecom.product.history;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.Catalogue.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class HistoryIT {

    @Autowired
    Shop shop;

    private final TestIssuer.Bearer keeper = TestIssuer.bearer(Role.CATALOG);
    private final String sku = newSku();
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = new Catalogue(shop.as(keeper));
    }

    @Test
    void saysWhoChangedWhatAndWhyTheLatestFirst() {
        var id = catalogue.added(mug(sku, 1_499));
        catalogue
                .revise(id, "\"1\"", because("Spring prices", mug(sku, 1_299)))
                .expectStatus()
                .isOk();
        catalogue
                .keeper()
                .delete()
                .uri("/api/admin/products/" + id + "?reason=Sold out")
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        catalogue.revise(id, "\"3\"", mug(sku, 1_299)).expectStatus().isOk();

        var items = historyOf(id, "").path("items");

        assertThat(items.valueStream().map(it -> it.path("action").asString()))
                .containsExactly("RESTORED", "ARCHIVED", "REVISED", "ADDED");
        assertThat(items)
                .allSatisfy(it -> assertThat(it.path("actor").asString())
                        .isEqualTo(keeper.id().toString()));
        assertThat(items.at("/1/reason").asString()).isEqualTo("Sold out");
        var revised = items.path(2);
        assertThat(revised.path("reason").asString()).isEqualTo("Spring prices");
        assertThat(revised.path("version").asInt()).isEqualTo(2);
        assertThat(revised.path("fields")).hasSize(1);
        assertThat(revised.at("/fields/0/field").asString()).isEqualTo("variants." + sku);
        assertThat(revised.at("/fields/0/before").asString()).startsWith("1499 USD");
        assertThat(revised.at("/fields/0/after").asString()).startsWith("1299 USD");
        assertThat(items.path(0).has("reason")).isFalse();
    }

    @Test
    void anImportIsToldByItsNameAndWhoStartedIt() {
        catalogue
                .chunk(catalogue.importOf(1), 1, row(sku, "Mug", 1_499))
                .expectStatus()
                .isOk();
        var id = catalogue
                .read("/api/admin/products?q=" + sku)
                .at("/items/0/productId")
                .asString();

        var entry = historyOf(id, "").at("/items/0");
        assertThat(entry.path("action").asString()).isEqualTo("ADDED");
        assertThat(entry.path("reason").asString()).isEqualTo("spring");
        assertThat(entry.path("actor").asString()).isEqualTo(keeper.id().toString());
    }

    @Test
    void whatWasRefusedOrChangedNothingIsNotTold() {
        var id = catalogue.added(mug(sku, 1_499));
        catalogue.revise(id, "\"7\"", mug(sku, 1)).expectStatus().isEqualTo(412);
        catalogue.revise(id, "\"1\"", mug(sku, 1_499)).expectStatus().isOk();

        assertThat(historyOf(id, "").path("items")).hasSize(1);
    }

    @Test
    void isReadPageByPage() {
        var id = catalogue.added(mug(sku, 1_000));
        for (int i = 1; i < 5; i++) {
            catalogue
                    .revise(id, "\"%d\"".formatted(i), mug(sku, 1_000 + i))
                    .expectStatus()
                    .isOk();
        }

        var first = historyOf(id, "?size=2");
        catalogue.revise(id, "\"5\"", mug(sku, 2_000)).expectStatus().isOk();
        var second = historyOf(id, "?size=2&cursor=" + first.path("nextCursor").asString());
        var third = historyOf(id, "?size=2&cursor=" + second.path("nextCursor").asString());

        assertThat(List.of(versionsOf(first), versionsOf(second), versionsOf(third)))
                .containsExactly(List.of(5L, 4L), List.of(3L, 2L), List.of(1L));
        assertThat(third.has("nextCursor")).isFalse();
    }

    @Test
    void thereIsNoneOfWhatIsUnknown() {
        catalogue
                .keeper()
                .get()
                .uri("/api/admin/products/nothing/history")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aReasonIsNoNovel() {
        catalogue.add(because("x".repeat(501), mug(sku, 1_499))).expectStatus().isBadRequest();
    }

    private static String because(String reason, String body) {
        return body.replaceFirst("\\{", "{\"reason\": \"%s\", ".formatted(reason));
    }

    private JsonNode historyOf(String id, String query) {
        return catalogue.read("/api/admin/products/%s/history%s".formatted(id, query));
    }

    private static List<Long> versionsOf(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("version").asLong())
                .toList();
    }
}
