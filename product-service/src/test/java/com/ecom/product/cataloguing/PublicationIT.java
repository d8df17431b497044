package com.ecom.product.cataloguing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.Catalogue.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.product.Catalogue;
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
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class PublicationIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String sku = newSku();
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void whatIsAddedWithoutAStateIsPublishedAtOnce() {
        var id = catalogue.added(mug(sku, 1_499));

        browse("/api/products/" + id).expectStatus().isOk();
        assertThat(json(catalogue.get(id)).path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void shoppersDoNotFindADraftUntilItIsPublished() {
        var category = "C-" + sku;
        var id = catalogue.added(mugThatIs("'state': 'DRAFT'").replace("\"kitchen\"", "\"%s\"".formatted(category)));
        var draft = json(catalogue.get(id));

        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        browse("/api/products/" + id).expectStatus().isNotFound();
        browse("/api/products/by-slug/" + draft.path("slug").asString())
                .expectStatus()
                .isNotFound();
        assertThat(itemsOf(category)).isZero();
        assertThat(json(browse("/api/categories")).toString()).doesNotContain(category);

        catalogue
                .revise(id, "\"1\"", mug(sku, 1_499).replace("\"kitchen\"", "\"%s\"".formatted(category)))
                .expectStatus()
                .isOk();
        browse("/api/products/" + id).expectStatus().isOk();
        assertThat(itemsOf(category)).isEqualTo(1);
        assertThat(json(browse("/api/categories")).toString()).contains(category);
    }

    @Test
    void aProductOpensAndClosesByItselfAndOthersHearOfIt() {
        var from = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS);
        var until = from.plusSeconds(4);
        var id = catalogue.added(mugThatIs("'publishFrom': '%s', 'publishUntil': '%s'".formatted(from, until)));
        browse("/api/products/" + id).expectStatus().isNotFound();
        assertThat(json(catalogue.get(id)).path("state").asString()).isEqualTo("SCHEDULED");

        await().until(() -> statusOf(id), it -> it == 200);
        await().until(() -> statusOf(id), it -> it == 404);
        var over = json(catalogue.get(id));
        assertThat(over.path("state").asString()).isEqualTo("ARCHIVED");
        assertThat(over.path("archived").asBoolean()).as("by staff").isFalse();
        assertThat(over.path("version").asInt())
                .as("who edits it is not disturbed")
                .isEqualTo(1);

        var heard = await().until(
                        () -> broker.published("product.events", id, "product.upserted.v1"), it -> it.size() == 3);
        heard.forEach(it -> EventSchemas.check("product.upserted.v1", it.toString()));
        assertThat(heard).extracting(it -> it.path("active").asBoolean()).containsExactly(false, true, false);
        assertThat(heard)
                .allSatisfy(
                        it -> assertThat(it.at("/publication/from").asString()).isEqualTo(from.toString()));
    }

    @Test
    void anImportMayBringDraftsAndPublishThemLater() {
        var importId = catalogue.importOf(3);
        catalogue
                .chunk(importId, 1, rowThatIs("'state': 'DRAFT'"))
                .expectStatus()
                .isOk();
        var id = Row.productIdOf(sku);
        browse("/api/products/" + id).expectStatus().isNotFound();

        var later = now.plusSeconds(3_600);
        catalogue
                .chunk(importId, 2, rowThatIs("'state': 'SCHEDULED', 'publishFrom': '%s'".formatted(later)))
                .expectStatus()
                .isOk();
        var entry = json(catalogue.get(id));
        assertThat(entry.path("state").asString()).isEqualTo("SCHEDULED");
        assertThat(entry.path("publishFrom").asString()).isEqualTo(later.toString());

        catalogue.chunk(importId, 3, row(sku, "Mug", 1_499)).expectStatus().isOk();
        browse("/api/products/" + id).expectStatus().isOk();
    }

    @Test
    void aLineOfAnImportThatWantsAnUnknownStateIsRejected() {
        var result = json(catalogue.chunk(catalogue.importOf(1), 1, rowThatIs("'state': 'SOON'")));

        assertThat(result.path("rejected").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'state': 'ARCHIVED'",
                "'state': 'SCHEDULED'",
                "'state': 'DRAFT', 'active': true",
                "'state': 'PUBLISHED', 'active': false",
                "'publishFrom': 'tomorrow'",
                "'publishFrom': '2026-01-02T00:00:00Z', 'publishUntil': '2026-01-02T00:00:00Z'",
                "'publishFrom': '+999999999-01-01T00:00:00Z'",
                "'publishUntil': '1999-12-31T23:59:59Z'"
            })
    void whatContradictsItselfIsRefused(String terms) {
        catalogue.add(mugThatIs(terms)).expectStatus().isBadRequest();
    }

    private String mugThatIs(String terms) {
        return mug(sku, 1_499).replaceFirst("\\{", "{" + terms.replace('\'', '"') + ", ");
    }

    private String rowThatIs(String terms) {
        return row(sku, "Mug", 1_499).replaceFirst("\\{", "{" + terms.replace('\'', '"') + ", ");
    }

    private int statusOf(String id) {
        return browse("/api/products/" + id).returnResult().getStatus().value();
    }

    private int itemsOf(String category) {
        return json(browse("/api/products?category=" + category)).path("items").size();
    }

    private ResponseSpec browse(String uri) {
        return shop.anonymously().get().uri(uri).exchange();
    }
}
