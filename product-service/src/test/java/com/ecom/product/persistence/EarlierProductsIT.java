package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class EarlierProductsIT {

    @Autowired
    Shop shop;

    @Autowired
    CreateIndexes createIndexes;

    @Autowired
    MongoTemplate mongo;

    @Test
    void whatWasKeptBeforeThereWereStatesAndAListIsPublishedAndFound() {
        var sku = newSku();
        var catalogue = Catalogue.of(shop);
        var id = catalogue.added(mug(sku, 1_499).replace("Stoneware", "Name" + sku.replace("-", "")));
        var name = "name" + sku.replace("-", "").toLowerCase(Locale.ROOT);
        mongo.updateFirst(
                query(where("id").is(id)),
                new Update()
                        .unset("published")
                        .unset("formerSlugs")
                        .unset("nameKey")
                        .unset("words")
                        .unset("changes")
                        .unset("editedByStaff"),
                ProductDocument.class);
        assertThat(catalogue.read("/api/admin/products?q=" + name).path("items"))
                .isEmpty();

        createIndexes.afterPropertiesSet();

        var found = catalogue.read("/api/admin/products?sort=name&q=" + name).path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/state").asString()).isEqualTo("PUBLISHED");
        assertThat(catalogue
                        .read("/api/admin/products/%s/history".formatted(id))
                        .path("items"))
                .isEmpty();
        catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();
        assertThat(catalogue
                        .read("/api/admin/products/%s/history".formatted(id))
                        .path("items"))
                .hasSize(1);
    }
}
