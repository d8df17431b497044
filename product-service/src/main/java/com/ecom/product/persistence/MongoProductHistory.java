package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.HistoryEntry;
import com.ecom.product.model.ProductHistory;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** A part of the product's document, so that no change is there without its entry. */
@Repository
@RequiredArgsConstructor
class MongoProductHistory implements ProductHistory {

    private final MongoTemplate mongo;

    @Override
    public Optional<List<HistoryEntry>> of(String productId) {
        var only = query(where("id").is(productId));
        only.fields().include("changes");
        return Optional.ofNullable(mongo.findOne(only, WithChanges.class, ProductDocument.COLLECTION))
                .map(it -> it.changes == null ? List.of() : it.changes.reversed());
    }

    /** @param changes the oldest first; absent in products of earlier times */
    private record WithChanges(String id, @Nullable List<HistoryEntry> changes) {}
}
