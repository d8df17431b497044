package com.ecom.product.browsing;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What everybody sees alike, browsers and CDNs may keep: for a second, and longer while they ask whether it holds. */
@ServiceTest
class SharedReadsIT {

    private static final String FOR_A_SECOND = "public, max-age=1";

    @Autowired
    Shop shop;

    @Test
    void whoHasTheAnswerIsToldWhetherItHolds() {
        var catalogue = Catalogue.of(shop);
        var id = catalogue.added(mug(newSku(), 1_499));
        var path = "/api/products/" + id;
        var tag = tagOf(get(path, "\"none\"").expectStatus().isOk());

        get(path, tag).expectStatus().isNotModified().expectBody().isEmpty();
        catalogue.archive(id, "\"1\"").expectStatus().isNoContent();
        get(path, tag).expectStatus().isNotFound();
    }

    @Test
    void onlyGoodAnswersAreKept() {
        var id = Catalogue.of(shop).added(mug(newSku(), 1_499));

        get("/api/products/" + id, "\"none\"").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND);
        get("/api/products?size=1", "\"none\"").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND);
        for (var path : new String[] {"/api/products/none", "/api/products?size=-1"}) {
            assertThat(get(path, "\"none\"").returnResult().getResponseHeaders().getCacheControl())
                    .contains("no-store");
        }
    }

    private ResponseSpec get(String path, String tag) {
        return shop.anonymously()
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange();
    }

    private static String tagOf(ResponseSpec answer) {
        return Objects.requireNonNull(answer.returnResult().getResponseHeaders().getETag());
    }
}
