package com.ecom.product.browsing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class RedirectIT {

    @Autowired
    Shop shop;

    private final String key = UUID.randomUUID().toString();
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void everySlugThatAProductHadLeadsToTheOneThatItHas() {
        var mug = new Named("a-" + key);
        mug.becomes("b-" + key);
        mug.becomes("c-" + key);

        leads("a-" + key, "c-" + key);
        leads("b-" + key, "c-" + key);
        is("c-" + key, mug);
    }

    @Test
    void aSlugThatWasGivenUpBelongsToTheNextWhoTakesIt() {
        var first = new Named("a-" + key);
        first.becomes("b-" + key);
        var second = new Named("a-" + key);
        is("a-" + key, second);

        second.becomes("c-" + key);
        leads("a-" + key, "c-" + key);
        first.becomes("a-" + key);
        is("a-" + key, first);
        leads("b-" + key, "a-" + key);
    }

    @Test
    void nothingLeadsToWhatShoppersDoNotSee() {
        var mug = new Named("a-" + key);
        mug.becomes("b-" + key);
        catalogue.archive(mug.id, "\"2\"").expectStatus().isNoContent();

        at("a-" + key).expectStatus().isNotFound();
    }

    @Test
    void aChangeThatSaysNothingOfTheSlugKeepsItAndWhatLeadsThere() {
        var mug = new Named("a-" + key);
        mug.becomes("b-" + key);
        catalogue.revise(mug.id, "\"2\"", mug(mug.sku, 1_299)).expectStatus().isOk();

        leads("a-" + key, "b-" + key);
    }

    private void leads(String slug, String current) {
        at(slug).expectStatus()
                .isEqualTo(308)
                .expectHeader()
                .valueEquals("Location", "/api/products/by-slug/" + current);
    }

    private void is(String slug, Named product) {
        assertThat(json(at(slug).expectStatus().isOk()).path("productId").asString())
                .isEqualTo(product.id);
    }

    private ResponseSpec at(String slug) {
        return shop.anonymously().get().uri("/api/products/by-slug/" + slug).exchange();
    }

    private final class Named {

        private final String sku = newSku();
        private final String id;
        private int version = 1;

        Named(String slug) {
            this.id = catalogue.added(called(slug));
        }

        void becomes(String slug) {
            catalogue
                    .revise(id, "\"%d\"".formatted(version++), called(slug))
                    .expectStatus()
                    .isOk();
        }

        private String called(String slug) {
            return mug(sku, 1_499).replaceFirst("\\{", "{\"slug\": \"%s\", ".formatted(slug));
        }
    }
}
