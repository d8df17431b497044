package com.ecom.product.types;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.types.Shirts.COLOUR;
import static com.ecom.product.types.Shirts.IRON;
import static com.ecom.product.types.Shirts.SLEEVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ProductTypeIT {

    @Autowired
    Shop shop;

    private Catalogue catalogue;
    private Shirts shirts;

    @BeforeEach
    void shirts() {
        catalogue = Catalogue.of(shop);
        shirts = Shirts.defined(catalogue);
    }

    @Test
    void aTypeIsReadByEverybodyWithWhatPeopleCallItsAttributes() {
        var found = catalogue.read("/api/product-types?size=100");

        var read = Stream.iterate(
                        found,
                        it -> catalogue.read(
                                "/api/product-types?size=100&cursor={at}",
                                it.path("nextCursor").asString()))
                .flatMap(it -> it.path("items").valueStream())
                .filter(it -> it.path("code").asString().equals(shirts.code()))
                .findFirst()
                .orElseThrow();
        assertThat(read.at("/attributes/0/labels/en").asString()).isEqualTo("Colour");
        assertThat(read.at("/attributes/0/choices/0/labels/de").asString()).isEqualTo("rot");
        assertThat(read.at("/attributes/1/unit").asString()).isEqualTo("cm");
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
    void aTypeGrows() {
        var id = catalogue.added(shirts.shirt(newSku(), "red", ""));
        var green = COLOUR.replace("{\"value\": \"blue\"}", "{\"value\": \"blue\"}, {\"value\": \"green\"}");

        shirts.revise(
                        "\"1\"",
                        shirts.type(green.replace("\"required\": true", "\"required\": false"), SLEEVE, IRON, """
                {"name": "fit", "kind": "TEXT", "labels": {"en": "Fit"}}"""))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        catalogue.added(shirts.shirt(newSku(), "green", "\"fit\": \"slim\""));
        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aTypeTakesNothingBack() {
        for (var narrower : List.of(
                shirts.type(COLOUR, SLEEVE),
                shirts.type(COLOUR.replace(", {\"value\": \"blue\"}", ""), SLEEVE, IRON),
                shirts.type(COLOUR.replace("\"facet\": true", "\"facet\": false"), SLEEVE, IRON),
                shirts.type(COLOUR, SLEEVE.replace("cm\"", "mm\""), IRON),
                shirts.type(COLOUR, SLEEVE, IRON.replace("BOOLEAN", "TEXT")),
                shirts.type(COLOUR, SLEEVE, IRON.replace("\"kind\"", "\"required\": true, \"kind\"")),
                shirts.type(
                        COLOUR,
                        SLEEVE,
                        IRON,
                        IRON.replace("non_iron", "fit").replace("\"kind\"", "\"required\": true, \"kind\"")),
                shirts.type(COLOUR, SLEEVE, IRON, IRON.replace("non_iron", "model")),
                shirts.type(COLOUR, SLEEVE, IRON).replace(shirts.code(), shirts.code() + "-more"))) {
            assertThat(json(shirts.revise("\"1\"", narrower).expectStatus().isEqualTo(409))
                            .path("code")
                            .asString())
                    .as(narrower)
                    .isEqualTo("PRODUCT_TYPE_NARROWED");
        }
    }

    @Test
    void ofTwoWhoReviseATypeAtOnceTheSecondHearsOfIt() throws Exception {
        var longer = shirts.type(COLOUR, SLEEVE, IRON, """
                {"name": "fit", "kind": "TEXT", "labels": {"en": "Fit"}}""");
        Callable<Integer> revision = () -> shirts.revise("\"1\"", longer)
                .returnResult(byte[].class)
                .getStatus()
                .value();

        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(revision, revision)))
                    .extracting(it -> it.get())
                    .containsExactlyInAnyOrder(200, 412);
        }
        shirts.revise(null, longer).expectStatus().isEqualTo(428);
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
        shirts.add("{\"code\": \"%s-odd\", \"labels\": {\"en\": \"Odd\"}, %s}".formatted(shirts.code(), attributes))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aTypeThatWasAddedSaysItsVersionAndItsAddress() {
        shirts.add("{\"code\": \"%s-plain\", \"labels\": {\"en\": \"Plain\"}}".formatted(shirts.code()))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Location", "/api/admin/product-types/%s-plain".formatted(shirts.code()));
    }

    @Test
    void aCodeBelongsToOneType() {
        assertThat(json(shirts.add(shirts.type(COLOUR)).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("PRODUCT_TYPE_EXISTS");
    }
}
