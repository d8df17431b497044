package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.ProductWords;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Creates the indexes where they are absent, before the first request. */
@Component
@RequiredArgsConstructor
class CreateIndexes implements InitializingBean {

    private final MongoTemplate mongo;

    @Override
    public void afterPropertiesSet() {
        addSkuKeys();
        addWords();
        var products = mongo.indexOps(ProductDocument.class);
        products.createIndex(new Index("slug", Direction.ASC).unique());
        products.createIndex(new Index("variants.sku", Direction.ASC).unique());
        products.createIndex(new Index("skuKeys", Direction.ASC).unique());
        products.createIndex(new Index("category", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("brand", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("formerSlugs.slug", Direction.ASC));
        products.createIndex(new Index("updatedAt", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("createdAt", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("nameKey", Direction.ASC).on("_id", Direction.ASC));
        products.createIndex(new Index("words", Direction.ASC));
        products.createIndex(new Index("changes.at", Direction.ASC));
        products.createIndex(new Index("pendingEvents.at", Direction.ASC));
        products.createIndex(new Index("media.image", Direction.ASC));
        mongo.indexOps(ImageDocument.class).createIndex(new Index("usedAt", Direction.ASC));
        products.createIndex(new Index("priceEdgeAt", Direction.ASC));
        mongo.indexOps(ChunkDocument.class)
                .createIndex(new Index("importId", Direction.ASC).on("number", Direction.ASC));
    }

    /** Products from before there were keys. */
    private void addSkuKeys() {
        var withoutKeys = query(where("skuKeys").exists(false));
        withoutKeys.fields().include("variants.sku");
        try (var found = mongo.stream(withoutKeys, Skus.class, ProductDocument.COLLECTION)) {
            found.forEach(it -> mongo.updateFirst(
                    query(where("id").is(it.id)), Update.update("skuKeys", it.keys()), ProductDocument.class));
        }
    }

    /** Products from before staff had a list. */
    private void addWords() {
        var withoutWords = query(where("nameKey").exists(false));
        withoutWords.fields().include("name", "brand");
        try (var found = mongo.stream(withoutWords, Named.class, ProductDocument.COLLECTION)) {
            found.forEach(it -> mongo.updateFirst(
                    query(where("id").is(it.id)),
                    Update.update("nameKey", ProductWords.key(it.name))
                            .set("words", ProductWords.of(it.name, it.brand)),
                    ProductDocument.class));
        }
    }

    private record Named(String id, String name, @Nullable String brand) {}

    private record Skus(String id, List<Sku> variants) {

        private List<String> keys() {
            return variants.stream().map(it -> it.sku.toLowerCase(Locale.ROOT)).toList();
        }

        private record Sku(String sku) {}
    }
}
