package com.ecom.product.cataloguing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class CatalogueIT {

    @Autowired
    Shop shop;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void addsAProductAndShowsItWithItsVersion() {
        var sku = newSku();

        var id = catalogue.added(mug(sku, 1_499));

        catalogue
                .get(id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .json("""
                        {"productId": "%s", "version": 1, "name": "Stoneware mug", "active": true, "archived": false,
                         "attributes": {"volume_ml": 300, "weight_kg": 0.4, "dishwasher_safe": true, "colour": "blue"},
                         "variants": [{"sku": "%s", "options": {"colour": "blue"},
                                       "price": {"amount": 1499, "currency": "USD"}}]}
                        """.formatted(id, sku));
    }

    @Test
    void revisesWhatWasRead() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));

        catalogue
                .revise(id, "\"1\"", mug(sku, 1_299))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        assertThat(json(catalogue.get(id)).at("/variants/0/price/amount").asLong())
                .isEqualTo(1_299);
    }

    @Test
    void refusesToOverwriteAConcurrentChange() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));
        catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();

        refused(catalogue.revise(id, "\"1\"", mug(sku, 1)), 412, "PRECONDITION_FAILED");
        refused(catalogue.archive(id, "\"1\""), 412, "PRECONDITION_FAILED");

        assertThat(json(catalogue.get(id)).at("/variants/0/price/amount").asLong())
                .isEqualTo(1_299);
    }

    @Test
    void letsOneOfManySimultaneousEditorsWin() throws Exception {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_000));
        List<Callable<Integer>> editors = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(it -> () -> catalogue
                        .revise(id, "\"1\"", mug(sku, 1_001 + it))
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();

        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses =
                    pool.invokeAll(editors).stream().map(it -> it.resultNow()).toList();
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(it -> it == 412)
                    .hasSize(7);
        }

        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void wantsToKnowWhichVersionWasRead() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));

        var put = catalogue
                .keeper()
                .put()
                .uri("/api/admin/products/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(mug(sku, 1))
                .exchange();
        refused(put, 428, "VERSION_MISSING");
        refused(catalogue.keeper().delete().uri("/api/admin/products/" + id).exchange(), 428, "VERSION_MISSING");
        catalogue.revise(id, "*", mug(sku, 1)).expectStatus().isBadRequest();

        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void archivesAndBringsBack() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));

        catalogue.archive(id, "\"1\"").expectStatus().isNoContent();
        assertThat(json(catalogue.get(id)).path("archived").asBoolean()).isTrue();
        shop.anonymously()
                .get()
                .uri("/api/products/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();

        catalogue.revise(id, "\"2\"", mug(sku, 1_499)).expectStatus().isOk();
        shop.anonymously()
                .get()
                .uri("/api/products/" + id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aSkuBelongsToOneProduct() {
        var sku = newSku();
        var other = newSku();
        var holder = catalogue.added(mug(sku, 1_499));
        var id = catalogue.added(mug(other, 1_499));

        assertThat(json(catalogue.add(mug(sku, 1))).path("productId").asString())
                .isEqualTo(holder);
        refused(catalogue.add(mug(sku, 1)), 409, "SKU_OR_SLUG_TAKEN");
        refused(catalogue.revise(id, "\"1\"", mug(sku, 1)), 409, "SKU_OR_SLUG_TAKEN");

        assertThat(json(catalogue.get(id)).at("/variants/0/sku").asString()).isEqualTo(other);
    }

    @Test
    void skusThatDifferOnlyInCaseAreTwinsAndRefused() {
        var sku = newSku();
        catalogue.added(mug(sku, 1_499));

        refused(catalogue.add(mug(sku.toLowerCase(Locale.ROOT), 99)), 409, "SKU_OR_SLUG_TAKEN");
        refused(
                catalogue.add(mug(sku + "-b", 1)
                        .replace(
                                "\"variants\": [",
                                "\"variants\": [{\"sku\": \"%s-B\", \"price\": {\"amount\": 1, \"currency\": \"USD\"}}, "
                                        .formatted(sku))),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void aTwinIsRefusedByARevisionToo() {
        var sku = newSku();
        catalogue.added(mug(sku, 1_499));
        var other = catalogue.added(mug(newSku(), 1_499));

        refused(catalogue.revise(other, "\"1\"", mug(sku.toLowerCase(Locale.ROOT), 99)), 409, "SKU_OR_SLUG_TAKEN");
    }

    @Test
    void aNameMayHaveThreeHundredCharactersOfAnyKind() {
        var name = "\uD83D\uDE00".repeat(300);

        var id = catalogue.added(mug(newSku(), 1_499).replace("Stoneware mug", name));
        assertThat(json(catalogue.get(id)).path("name").asString()).isEqualTo(name);
        refused(catalogue.add(mug(newSku(), 1_499).replace("Stoneware mug", name + "!")), 400, "INVALID_REQUEST");
    }

    @Test
    void doesNotKnowEveryProduct() {
        refused(catalogue.get("nope"), 404, "NO_SUCH_PRODUCT");
        refused(catalogue.revise("nope", "\"1\"", mug(newSku(), 1)), 404, "NO_SUCH_PRODUCT");
        refused(catalogue.archive("nope", "\"1\""), 404, "NO_SUCH_PRODUCT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \", \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"variants\": []}",
                "{\"name\": \"Mug\", \"variants\": [null]}",
                "{\"name\": \"Mug\", \"variants\": [%s, %s]}",
                "{\"name\": \"Mug\", \"slug\": \"No Slug\", \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"attributes\": {\"a.b\": 1}, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"attributes\": {\"$where\": 1}, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"attributes\": {\"a\": {\"b\": 1}}, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"attributes\": {\"a\": null}, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"attributes\": {\"a\": 99999999999999999999}, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"ftp://pictures.example/mug.jpg\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"javascript:alert(1)\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"data:text/html,x\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"//pictures.example/mug.jpg\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"https://\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"https://user@pictures.example/mug.jpg\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"images/mug.jpg\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"/images/a b.jpg\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"imageUrls\": [\"\"], \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"archived\": true, \"variants\": [%s]}",
                "{\"name\": \"Mug\", \"variants\": [{\"sku\": \"A\", \"price\": {\"amount\": -1, \"currency\": \"USD\"}}]}",
                "{\"name\": \"Mug\", \"variants\": [{\"sku\": \"A\", \"price\": {\"amount\": 1.5, \"currency\": \"USD\"}}]}",
                "{\"name\": \"Mug\", \"variants\": [{\"sku\": \"A\", \"price\": {\"amount\": 1, \"currency\": \"NOPE\"}}]}",
                "{\"name\": \"Mug\", \"variants\": [{\"sku\": \"a b\", \"price\": {\"amount\": 1, \"currency\": \"USD\"}}]}"
            })
    void refusesWhatIsNoProduct(String body) {
        var variant = "{\"sku\": \"%s\", \"price\": {\"amount\": 1, \"currency\": \"USD\"}}".formatted(newSku());

        catalogue
                .add(body.replace("%s", variant))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
