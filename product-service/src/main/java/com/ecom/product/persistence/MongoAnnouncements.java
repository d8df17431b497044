package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Announcements;
import com.ecom.product.model.PendingEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The events inside the products' documents. */
@Repository
class MongoAnnouncements implements Announcements {

    private final MongoTemplate mongo;

    MongoAnnouncements(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Waiting> of(Collection<String> productIds) {
        return waiting(query(where("id").in(productIds)));
    }

    @Override
    public List<Waiting> overdue(Instant before, int limit) {
        return waiting(query(where("pendingEvents.at").lt(before)).limit(limit));
    }

    @Override
    public void delivered(Map<String, String> eventIds) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ProductDocument.class);
        eventIds.forEach((product, event) -> bulk.updateOne(
                query(where("id").is(product)), new Update().pull("pendingEvents", new Document("eventId", event))));
        bulk.execute();
    }

    private List<Waiting> waiting(Query query) {
        query.fields().include("pendingEvents");
        return mongo.find(query, WithEvents.class, ProductDocument.COLLECTION).stream()
                .map(it -> new Waiting(it.id(), it.pendingEvents()))
                .toList();
    }

    private record WithEvents(String id, List<PendingEvent> pendingEvents) {}
}
