package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.Catalogue;
import com.ecom.product.model.HistoryEntry;
import com.ecom.product.model.ProductHistory;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class ForgetOldChangesIT {

    @Autowired
    Shop shop;

    @Autowired
    ForgetOldChanges forgetOldChanges;

    @Autowired
    ProductHistory history;

    @Autowired
    MongoTemplate mongo;

    @Test
    void whoChangedAProductIsForgottenAfterMoreThanAYear() {
        var sku = newSku();
        var catalogue = Catalogue.of(shop);
        var id = catalogue.added(mug(sku, 1_000));
        catalogue.revise(id, "\"1\"", mug(sku, 1_100)).expectStatus().isOk();
        catalogue.revise(id, "\"2\"", mug(sku, 1_200)).expectStatus().isOk();
        happened(id, 0, 401);
        happened(id, 1, 399);
        forgetOldChanges.purge();

        assertThat(history.of(id).orElseThrow())
                .extracting(HistoryEntry::version)
                .containsExactly(3L, 2L);
    }

    private void happened(String id, int entry, int daysAgo) {
        var then = Instant.now().minus(Duration.ofDays(daysAgo));
        mongo.updateFirst(
                query(where("id").is(id)),
                Update.update("changes.%d.at".formatted(entry), then),
                ProductDocument.class);
    }
}
