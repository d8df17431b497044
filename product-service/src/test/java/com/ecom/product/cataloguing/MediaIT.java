package com.ecom.product.cataloguing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.Catalogue.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.product.images.PictureFiles;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class MediaIT {

    private static final String UNKNOWN = "f".repeat(64);

    @Autowired
    Shop shop;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void aProductShowsThePicturesThatItWasGivenInTheirOrder() {
        var first = uploaded();
        var second = uploaded();
        var id = catalogue.added(with(media(first, "From above"), media(second, "")));

        var shown = shown(id);
        assertThat(shown.at("/media/0/image").asString()).isEqualTo(first);
        assertThat(shown.at("/media/0/alt").asString()).isEqualTo("From above");
        assertThat(shown.at("/media/0/width").asInt()).isEqualTo(90);
        assertThat(shown.at("/media/0/height").asInt()).isEqualTo(60);
        assertThat(shown.at("/media/0/blurHash").asString()).isNotBlank();
        assertThat(shown.at("/media/1/image").asString()).isEqualTo(second);
    }

    @Test
    void whoKnowsAddressesOnlyIsShownTheSame() {
        var picture = uploaded();
        var id = catalogue.added(with(media(picture, "")));

        assertThat(shown(id).at("/imageUrls").valueStream().map(JsonNode::asString))
                .containsExactly("/api/images/%s/960.jpg".formatted(picture));
        // What was said is not lost: without media it is shown again.
        assertThat(json(catalogue.get(id)).at("/imageUrls/0").asString()).isEqualTo("/images/mug.jpg");
    }

    @Test
    void refusesAPictureThatThereIsNot() {
        catalogue
                .add(with(media(uploaded(), ""), media(UNKNOWN, "")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNKNOWN_IMAGE");
    }

    @Test
    void refusesMediaThatAreNone() {
        for (var media : new String[] {
            media("../../etc/passwd", ""),
            media(uploaded(), "x".repeat(301)),
            "{}",
            "null",
            "{\"image\": \"%s\"}".formatted(UNKNOWN)
        }) {
            catalogue.add(with(media)).expectStatus().isBadRequest();
        }
    }

    @Test
    void anImportBringsPicturesAndOneThatSaysNothingOfThemKeepsThem() {
        var picture = uploaded();
        var sku = newSku();
        var plain = row(sku, "Mug", 1_499);
        var id = Row.productIdOf(sku);
        imported(plain.replace("\"images\": []", "\"images\": [], \"media\": [%s]".formatted(media(picture, "A mug"))));
        assertThat(shown(id).at("/media/0/image").asString()).isEqualTo(picture);

        imported(plain.replace("1499", "1599"));
        assertThat(shown(id).at("/variants/0/price/amount").asInt()).isEqualTo(1_599);
        assertThat(shown(id).at("/media/0/image").asString()).isEqualTo(picture);

        imported(plain.replace("\"images\": []", "\"images\": [], \"media\": []"));
        assertThat(shown(id).path("media").isEmpty()).isTrue();
    }

    @Test
    void aLineOfAnImportWithAnUnknownPictureIsRejectedAndTheOthersAreNot() {
        var good = row(newSku(), "Mug", 1_499);
        var bad = row(newSku(), "Mug", 1_499)
                .replace("\"images\": []", "\"images\": [], \"media\": [%s]".formatted(media(UNKNOWN, "")));

        var answer = json(catalogue.chunk(catalogue.importOf(2), 1, good + "\n" + bad));

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").asInt()).isEqualTo(1);
    }

    private void imported(String line) {
        assertThat(json(catalogue.chunk(catalogue.importOf(1), 1, line))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    private String uploaded() {
        return json(catalogue.upload(PictureFiles.jpeg(), "image/jpeg"))
                .path("imageId")
                .asString();
    }

    /** As shoppers see it, which may take the two seconds of the cache after a change elsewhere; here it is at once. */
    private JsonNode shown(String id) {
        return json(shop.anonymously().get().uri("/api/products/" + id).exchange());
    }

    private static String media(String image, String alt) {
        return "{\"image\": \"%s\", \"alt\": \"%s\"}".formatted(image, alt);
    }

    private static String with(String... media) {
        return mug(newSku(), 1_499)
                .replaceFirst("\"attributes\"", "\"media\": [%s], \"attributes\"".formatted(String.join(", ", media)));
    }
}
