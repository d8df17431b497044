package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.republish.CurrentStates;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductsChanged;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Adds to each product's pending events one with its current state. A concurrent change publishes it
 * better: then nothing is added, as to a product of which very much is pending already.
 */
@Repository
@RequiredArgsConstructor
class MongoCurrentProducts implements CurrentStates {

    private final MongoTemplate mongo;
    private final PendingEvents events;
    private final ApplicationEventPublisher changed;
    private final Clock clock;

    @Override
    public long count() {
        return mongo.estimatedCount(ProductDocument.class);
    }

    @Override
    public Published publishAfter(String position, int limit) {
        var next = query(where("id").gt(position)).with(Sort.by("id")).limit(limit);
        next.fields().exclude("pendingEvents", "prices", "changes");
        var products = mongo.find(next, ProductDocument.class).stream()
                .map(ProductDocument::toProduct)
                .toList();
        if (products.isEmpty()) {
            return new Published(0, position);
        }
        add(products);
        return new Published(products.size(), products.getLast().id());
    }

    private void add(List<Product> products) {
        var now = clock.instant();
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ProductDocument.class);
        for (var product : products) {
            bulk.updateOne(
                    query(where("id")
                            .is(product.id())
                            .and("version")
                            .is(product.version())
                            .and(MongoProducts.LAST_PLACE)
                            .exists(false)),
                    new Update().push("pendingEvents", events.again(product, now)));
        }
        bulk.execute();
        changed.publishEvent(
                new ProductsChanged(products.stream().map(Product::id).toList()));
    }
}
