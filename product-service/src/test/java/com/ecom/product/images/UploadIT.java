package com.ecom.product.images;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.images.PictureFiles.jpeg;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class UploadIT {

    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000000000";

    @Autowired
    Shop shop;

    @Test
    void aPictureIsShownInFourWidthsForEver() {
        var uploaded =
                json(upload(jpeg(2_000, 1_000, 1), "image/jpeg").expectStatus().isCreated());

        var id = uploaded.path("imageId").asString();
        assertThat(uploaded.path("address").asString()).isEqualTo("/api/images/" + id + "/960.jpg");
        assertThat(uploaded.path("blurHash").asString()).hasSizeBetween(6, 100);
        for (var width : List.of(320, 640, 960, 1_440)) {
            var shown = get(id, width + ".jpg")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Content-Type", "image/jpeg")
                    .returnResult(byte[].class);
            var picture = PictureFiles.read(shown.getResponseBodyContent());
            assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(width, width / 2));
            shop.anonymously()
                    .get()
                    .uri("/api/images/%s/%d.jpg".formatted(id, width))
                    .header(
                            "If-None-Match",
                            requireNonNull(shown.getResponseHeaders().getETag()))
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
    }

    @Test
    void aNarrowPictureIsNeverEnlarged() {
        var id = uploaded(jpeg(500, 300, 2), "image/jpeg");

        assertThat(List.of(320, 640, 960, 1_440))
                .extracting(it -> PictureFiles.read(file(id, it)).getWidth())
                .containsExactly(320, 500, 500, 500);
    }

    @Test
    void theSamePictureIsKeptOnce() {
        assertThat(uploaded(jpeg(60, 40, 3), "image/jpeg")).isEqualTo(uploaded(jpeg(60, 40, 3), "image/jpeg"));
    }

    @Test
    void nothingIsLeftOfWhatCamerasAndOthersPutIntoAFile() {
        var file = PictureFiles.andHtml(PictureFiles.withPlace(jpeg(60, 40, 4), 6));
        assertThat(new String(file, ISO_8859_1)).contains(PictureFiles.PLACE, "Exif", "<script>");

        var shown = file(uploaded(file, "image/jpeg"), 640);

        assertThat(new String(shown, ISO_8859_1)).doesNotContain("Exif", "Taken", "<script>", "alert");
        assertThat(PictureFiles.read(shown).getHeight()).isEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource
    void everyKindComesOutAsJpeg(byte[] file, String type) {
        assertThat(file(uploaded(file, type), 320)).startsWith(0xff, 0xd8, 0xff);
    }

    static Stream<Arguments> everyKindComesOutAsJpeg() {
        return Stream.of(
                Arguments.of(PictureFiles.png(60, 40), "image/png"),
                Arguments.of(PictureFiles.gif(), "image/gif"),
                Arguments.of(PictureFiles.webp(), "image/webp"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String what, byte[] file, String type, int status, String code) {
        var answer = upload(file, type).expectStatus().isEqualTo(HttpStatus.valueOf(status));

        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }

    static Stream<Arguments> refuses() {
        var jpeg = jpeg(60, 40, 5);
        return Stream.of(
                Arguments.of("a bomb", PictureFiles.pngOf(50_000, 50_000), "image/png", 400, "TOO_MANY_PIXELS"),
                Arguments.of("half a picture", PictureFiles.half(jpeg), "image/jpeg", 400, "IMAGE_UNREADABLE"),
                Arguments.of("a script in front", PictureFiles.gifAndScript(), "image/gif", 400, "IMAGE_UNREADABLE"),
                Arguments.of("another kind than declared", jpeg, "image/png", 415, "IMAGE_TYPE_DIFFERS"),
                Arguments.of("SVG declared as PNG", PictureFiles.svg(), "image/png", 415, "NO_IMAGE"),
                Arguments.of("SVG", PictureFiles.svg(), "image/svg+xml", 415, "UNSUPPORTED_MEDIA_TYPE"),
                Arguments.of("a page", "<html></html>".getBytes(ISO_8859_1), "image/jpeg", 415, "NO_IMAGE"),
                Arguments.of("nearly nothing", new byte[] {(byte) 0xff}, "image/jpeg", 415, "NO_IMAGE"));
    }

    @Test
    void refusesNothing() {
        upload(new byte[0], "image/jpeg").expectStatus().is4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ZEROS + "/640.jpg", ZEROS + "/641.jpg", ZEROS + "/original.jpg", "x/640.jpg", "..%2fetc/640.jpg"
            })
    void whatThereIsNotIsNotFound(String path) {
        shop.anonymously()
                .get()
                .uri(java.net.URI.create(shop.baseUrl() + "/api/images/" + path))
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void theOriginalIsNobodysToSee() {
        var id = uploaded(jpeg(60, 40, 6), "image/jpeg");

        assertThat(json(get(id, "original.jpg").expectStatus().isNotFound())
                        .path("code")
                        .asString())
                .isEqualTo("NO_SUCH_IMAGE");
    }

    private ResponseSpec upload(byte[] file, String type) {
        return Catalogue.of(shop).upload(file, type);
    }

    private String uploaded(byte[] file, String type) {
        return json(upload(file, type).expectStatus().isCreated())
                .path("imageId")
                .asString();
    }

    private ResponseSpec get(String id, String file) {
        return shop.anonymously()
                .get()
                .uri("/api/images/%s/%s".formatted(id, file))
                .exchange();
    }

    private byte[] file(String id, int width) {
        return get(id, width + ".jpg")
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBodyContent();
    }
}
