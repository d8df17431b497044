package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.PendingEvent;
import com.ecom.product.model.PendingEvent.Refusal;
import com.ecom.product.model.UnpublishedEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The events inside the products' documents. */
@Repository
@RequiredArgsConstructor
class MongoUnpublishedEvents implements UnpublishedEvents {

    static final String PARKED = "pendingEvents.refusal.parked";

    private final MongoTemplate mongo;

    @Override
    public List<ProductBacklog> of(Collection<String> productIds) {
        return waiting(query(where("id").in(productIds).and(PARKED).ne(true)));
    }

    @Override
    public List<ProductBacklog> overdue(Instant before, int limit) {
        return waiting(
                query(where("pendingEvents.at").lt(before).and(PARKED).ne(true)).limit(limit));
    }

    @Override
    public void delivered(Map<String, String> eventIds) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ProductDocument.class);
        eventIds.forEach((product, event) -> bulk.updateOne(
                query(where("id").is(product)), new Update().pull("pendingEvents", new Document("eventId", event))));
        bulk.execute();
    }

    @Override
    public void refused(String productId, String eventId, Refusal refusal) {
        mongo.updateFirst(
                query(where("id").is(productId).and("pendingEvents.eventId").is(eventId)),
                Update.update("pendingEvents.$.refusal", refusal),
                ProductDocument.class);
    }

    /** Counts only where the index on what waits is not empty, so that a quiet shop costs nothing. */
    @Override
    public Backlog backlog() {
        if (!mongo.exists(query(somethingPending()), ProductDocument.class)) {
            return new Backlog(0, 0, null);
        }
        var all = count(somethingPending());
        var flowing = count(somethingPending().and(PARKED).ne(true));
        var parked = mongo.count(query(where(PARKED).is(true)), ProductDocument.class);
        return new Backlog(all.pending - parked, parked, flowing.oldest);
    }

    private Counted count(Criteria products) {
        var counted = mongo.aggregate(
                        newAggregation(
                                match(products),
                                unwind("pendingEvents"),
                                group().count()
                                        .as("pending")
                                        .min("pendingEvents.at")
                                        .as("oldest")),
                        ProductDocument.class,
                        Counted.class)
                .getUniqueMappedResult();
        return counted == null ? new Counted(0, null) : counted;
    }

    /** By the index on it. */
    static Criteria somethingPending() {
        return where("pendingEvents.at").gt(Instant.EPOCH);
    }

    private List<ProductBacklog> waiting(Query query) {
        query.fields().include("pendingEvents");
        return mongo.find(query, WithEvents.class, ProductDocument.COLLECTION).stream()
                .map(it -> new ProductBacklog(it.id(), it.pendingEvents()))
                .toList();
    }

    private record Counted(long pending, @Nullable Instant oldest) {}

    private record WithEvents(String id, List<PendingEvent> pendingEvents) {}
}
