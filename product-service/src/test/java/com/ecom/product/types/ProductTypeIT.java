package com.ecom.product.types;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.product.Catalogue;
import com.ecom.test.EventSchemas;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Each test has a type of its own: shirts. */
@ServiceTest
class ProductTypeIT {

    private static final String COLOUR = """
            {"name": "colour", "level": "VARIANT", "kind": "CHOICE", "required": true, "facet": true,
             "choices": [{"value": "red", "labels": {"de": "rot"}}, {"value": "blue"}], "labels": {"en": "Colour"}}""";

    private static final String SLEEVE = """
            {"name": "sleeve_cm", "kind": "NUMBER", "unit": "cm", "facet": true, "labels": {"en": "Sleeve"}}""";

    private static final String IRON = """
            {"name": "non_iron", "kind": "BOOLEAN", "labels": {"en": "Non-iron", "de": "Buegelfrei"}}""";

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    private final String code = "shirts-" + UUID.randomUUID();
    private Catalogue catalogue;

    @BeforeEach
    void shirts() {
        catalogue = Catalogue.of(shop);
        add(type(COLOUR, SLEEVE, IRON))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Location", "/api/admin/product-types/" + code);
    }

    @Test
    void aTypeIsReadByEverybodyWithWhatPeopleCallItsAttributes() {
        var found = catalogue.read("/api/product-types?size=100");

        var shirts = Stream.iterate(
                        found,
                        it -> catalogue.read(
                                "/api/product-types?size=100&cursor={at}",
                                it.path("nextCursor").asString()))
                .flatMap(it -> it.path("items").valueStream())
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(shirts.at("/attributes/0/labels/en").asString()).isEqualTo("Colour");
        assertThat(shirts.at("/attributes/0/choices/0/labels/de").asString()).isEqualTo("rot");
        assertThat(shirts.at("/attributes/1/unit").asString()).isEqualTo("cm");
        shop.anonymously()
                .get()
                .uri("/api/product-types")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("ETag");
    }

    @Test
    void aProductOfATypeIsPublishedWithWhatShoppersNarrowBy() {
        var sku = newSku();

        var id = catalogue.added(
                shirt(sku, "red", "\"sleeve_cm\": 62.5, \"non_iron\": true, \"ean\": \"4006381333931\""));

        var page = json(shop.anonymously().get().uri("/api/products/" + id).exchange());
        assertThat(page.path("productType").asString()).isEqualTo(code);
        var published = await().until(
                        () -> broker.published("product.events", id, "product.upserted.v1"), it -> !it.isEmpty())
                .getFirst();
        EventSchemas.check("product.upserted.v1", published.toString());
        var type = published.path("productType");
        assertThat(type.path("code").asString()).isEqualTo(code);
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
                .add(shirt(newSku(), colour, attributes))
                .expectStatus()
                .isBadRequest());

        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(refusal.at("/errors/0/message").asString()).startsWith(reason);
    }

    @Test
    void whatATypeRequiresMustBeThereAndATypeMustExist() {
        var without = shirt(newSku(), "red", "").replace("\"options\": {\"colour\": \"red\"}, ", "");
        assertThat(json(catalogue.add(without).expectStatus().isBadRequest())
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("is required by the type " + code);

        var unknown = shirt(newSku(), "red", "").replace(code, "no-such-type");
        assertThat(json(catalogue.add(unknown).expectStatus().isBadRequest())
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("productType");
    }

    @Test
    void aRevisionIsHeldToTheTypeToo() {
        var sku = newSku();
        var id = catalogue.added(shirt(sku, "red", ""));

        catalogue.revise(id, "\"1\"", shirt(sku, "green", "")).expectStatus().isBadRequest();
        catalogue.revise(id, "\"1\"", shirt(sku, "blue", "")).expectStatus().isOk();

        assertThat(json(catalogue.get(id)).path("productType").asString()).isEqualTo(code);
    }

    @Test
    void anImportRejectsTheLineThatIsNotAsItsTypeDemands() {
        var line = """
                {"sku": "%s", "title": "Shirt", "productType": "%s", "priceMinor": 100, "currency": "USD", \
                "model": "S-1", "attributes": {%s}}""";
        var id = catalogue.importOf(2);
        add("""
                {"code": "%s-plain", "labels": {"en": "Shirts"}, "attributes": [%s]}""".formatted(code, SLEEVE)).expectStatus().isCreated();

        var good = line.formatted(newSku(), code + "-plain", "\"sleeve_cm\": 60");
        var bad = line.formatted(newSku(), code + "-plain", "\"sleeve_cm\": \"long\"");
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

    @Test
    void aTypeGrows() {
        var id = catalogue.added(shirt(newSku(), "red", ""));
        var green = COLOUR.replace("{\"value\": \"blue\"}", "{\"value\": \"blue\"}, {\"value\": \"green\"}");

        revise("\"1\"", type(green.replace("\"required\": true", "\"required\": false"), SLEEVE, IRON, """
                {"name": "fit", "kind": "TEXT", "labels": {"en": "Fit"}}"""))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        catalogue.added(shirt(newSku(), "green", "\"fit\": \"slim\""));
        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aTypeTakesNothingBack() {
        for (var narrower : List.of(
                type(COLOUR, SLEEVE),
                type(COLOUR.replace(", {\"value\": \"blue\"}", ""), SLEEVE, IRON),
                type(COLOUR.replace("\"facet\": true", "\"facet\": false"), SLEEVE, IRON),
                type(COLOUR, SLEEVE.replace("cm\"", "mm\""), IRON),
                type(COLOUR, SLEEVE, IRON.replace("BOOLEAN", "TEXT")),
                type(COLOUR, SLEEVE, IRON.replace("\"kind\"", "\"required\": true, \"kind\"")),
                type(
                        COLOUR,
                        SLEEVE,
                        IRON,
                        IRON.replace("non_iron", "fit").replace("\"kind\"", "\"required\": true, \"kind\"")),
                type(COLOUR, SLEEVE, IRON, IRON.replace("non_iron", "model")),
                type(COLOUR, SLEEVE, IRON).replace(code, code + "-more"))) {
            assertThat(json(revise("\"1\"", narrower).expectStatus().isEqualTo(409))
                            .path("code")
                            .asString())
                    .as(narrower)
                    .isEqualTo("PRODUCT_TYPE_NARROWED");
        }
    }

    @Test
    void ofTwoWhoReviseATypeAtOnceTheSecondHearsOfIt() throws Exception {
        var longer = type(COLOUR, SLEEVE, IRON, """
                {"name": "fit", "kind": "TEXT", "labels": {"en": "Fit"}}""");
        Callable<Integer> revision = () ->
                revise("\"1\"", longer).returnResult(byte[].class).getStatus().value();

        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(revision, revision)))
                    .extracting(it -> it.get())
                    .containsExactlyInAnyOrder(200, 412);
        }
        revise(null, longer).expectStatus().isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"attributes\": [{\"name\": \"colour\", \"kind\": \"CHOICE\", \"labels\": {\"en\": \"Colour\"}}]",
                "\"attributes\": [{\"name\": \"a.b\", \"kind\": \"TEXT\", \"labels\": {\"en\": \"A\"}}]",
                "\"attributes\": [{\"name\": \"a\", \"kind\": \"TEXT\", \"unit\": \"cm\", \"labels\": {\"en\": \"A\"}}]",
                "\"attributes\": [{\"name\": \"a\", \"kind\": \"NUMBER\", \"level\": \"VARIANT\", \"labels\": {\"en\": \"A\"}}]",
                "\"attributes\": [{\"name\": \"a\", \"kind\": \"TEXT\", \"labels\": {\"de\": \"A\"}}]",
                "\"attributes\": [null]"
            })
    void aTypeThatMeansNothingIsRefused(String attributes) {
        add("{\"code\": \"%s-odd\", \"labels\": {\"en\": \"Odd\"}, %s}".formatted(code, attributes))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aCodeBelongsToOneType() {
        assertThat(json(add(type(COLOUR)).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("PRODUCT_TYPE_EXISTS");
    }

    private String type(String... attributes) {
        return "{\"code\": \"%s\", \"labels\": {\"en\": \"Shirts\"}, \"attributes\": [%s]}"
                .formatted(code, String.join(", ", attributes));
    }

    private String shirt(String sku, String colour, String attributes) {
        return """
                {"name": "Shirt", "productType": "%s", "attributes": {%s},
                 "variants": [{"sku": "%s", "options": {"colour": "%s"}, "price": {"amount": 2500, "currency": "USD"}}]}
                """.formatted(code, attributes, sku, colour);
    }

    private ResponseSpec add(String body) {
        return catalogue
                .keeper()
                .post()
                .uri("/api/admin/product-types")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec revise(@Nullable String version, String body) {
        var request = catalogue
                .keeper()
                .put()
                .uri("/api/admin/product-types/" + code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        return version == null
                ? request.exchange()
                : request.header("If-Match", version).exchange();
    }
}
