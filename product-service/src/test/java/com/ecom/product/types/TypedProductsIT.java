package com.ecom.product.types;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.types.Shirts.SLEEVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.product.Catalogue;
import com.ecom.test.EventSchemas;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class TypedProductsIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    private Catalogue catalogue;
    private Shirts shirts;

    @BeforeEach
    void shirts() {
        catalogue = Catalogue.of(shop);
        shirts = Shirts.defined(catalogue);
    }

    @Test
    void aProductOfATypeIsPublishedWithWhatShoppersNarrowBy() {
        var sku = newSku();

        var id = catalogue.added(
                shirts.shirt(sku, "red", "\"sleeve_cm\": 62.5, \"non_iron\": true, \"ean\": \"4006381333931\""));

        var page = json(shop.anonymously().get().uri("/api/products/" + id).exchange());
        assertThat(page.path("productType").asString()).isEqualTo(shirts.code());
        var published = await().until(
                        () -> broker.published("product.events", id, "product.upserted.v1"), it -> !it.isEmpty())
                .getFirst();
        EventSchemas.check("product.upserted.v1", published.toString());
        var type = published.path("productType");
        assertThat(type.path("code").asString()).isEqualTo(shirts.code());
        assertThat(type.path("facets").valueStream().map(JsonNode::asString)).containsExactly("colour", "sleeve_cm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            green | "sleeve_cm": 62             | must be one of the choices
            red   | "sleeve_cm": "long"         | must be a number
            red   | "non_iron": "yes"           | must be true or false
            red   | "sleeves": 2                | is no attribute of the type
            red   | "colour": "red"             | is no attribute of the type
            """)
    void aProductThatIsNotAsItsTypeDemandsIsRefused(String colour, String attributes, String reason) {
        var refusal = json(catalogue
                .add(shirts.shirt(newSku(), colour, attributes))
                .expectStatus()
                .isBadRequest());

        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(refusal.at("/errors/0/message").asString()).startsWith(reason);
    }

    @Test
    void whatATypeRequiresMustBeThereAndATypeMustExist() {
        var without = shirts.shirt(newSku(), "red", "").replace("\"options\": {\"colour\": \"red\"}, ", "");
        assertThat(json(catalogue.add(without).expectStatus().isBadRequest())
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("is required by the type " + shirts.code());

        var unknown = shirts.shirt(newSku(), "red", "").replace(shirts.code(), "no-such-type");
        assertThat(json(catalogue.add(unknown).expectStatus().isBadRequest())
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("productType");
    }

    @Test
    void aRevisionIsHeldToTheTypeToo() {
        var sku = newSku();
        var id = catalogue.added(shirts.shirt(sku, "red", ""));

        catalogue
                .revise(id, "\"1\"", shirts.shirt(sku, "green", ""))
                .expectStatus()
                .isBadRequest();
        catalogue
                .revise(id, "\"1\"", shirts.shirt(sku, "blue", ""))
                .expectStatus()
                .isOk();

        assertThat(json(catalogue.get(id)).path("productType").asString()).isEqualTo(shirts.code());
    }

    @Test
    void anImportRejectsTheLineThatIsNotAsItsTypeDemands() {
        var line = """
                {"sku": "%s", "title": "Shirt", "productType": "%s", "priceMinor": 100, "currency": "USD", \
                "model": "S-1", "attributes": {%s}}""";
        var id = catalogue.importOf(2);
        shirts.add("""
                {"code": "%s-plain", "labels": {"en": "Shirts"}, "attributes": [%s]}""".formatted(shirts.code(), SLEEVE)).expectStatus().isCreated();

        var good = line.formatted(newSku(), shirts.code() + "-plain", "\"sleeve_cm\": 60");
        var bad = line.formatted(newSku(), shirts.code() + "-plain", "\"sleeve_cm\": \"long\"");
        var report = json(
                catalogue.chunk(id, 1, good + "\n" + bad + "\n").expectStatus().isOk());

        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(catalogue
                        .read("/api/admin/product-imports/{id}/rejects", id)
                        .at("/items/0/reasons/0")
                        .asString())
                .isEqualTo("attributes.sleeve_cm must be a number");
    }
}
