package com.ecom.product.persistence;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Creates the indexes where they are absent, before the first request. */
@Component
class Indexes implements InitializingBean {

    private final MongoTemplate mongo;

    Indexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        var products = mongo.indexOps(ProductDocument.class);
        products.createIndex(new Index("slug", Direction.ASC).unique());
        products.createIndex(new Index("variants.sku", Direction.ASC).unique());
        products.createIndex(new Index("category", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("brand", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("pendingEvents.at", Direction.ASC));
        mongo.indexOps(ChunkDocument.class)
                .createIndex(new Index("importId", Direction.ASC).on("number", Direction.ASC));
    }
}
