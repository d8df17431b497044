package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.lifecycle.Purge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who changed a product more than 400 days ago matters to nobody. */
@Component
@RequiredArgsConstructor
class ForgetOldChanges {

    private static final Duration AGE = Duration.ofDays(400);

    private final MongoTemplate mongo;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT45M}")
    void purge() {
        var before = clock.instant().minus(AGE);
        Purge.inChunks(limit -> forget(before, limit));
    }

    private int forget(Instant before, int limit) {
        var some = query(where("changes.at").lt(before)).limit(limit);
        some.fields().include("_id");
        var ids = mongo.find(some, Id.class, ProductDocument.COLLECTION).stream()
                .map(Id::id)
                .toList();
        mongo.updateMulti(
                query(where("id").in(ids)),
                new Update().pull("changes", new Document("at", new Document("$lt", before))),
                ProductDocument.class);
        return ids.size();
    }

    private record Id(String id) {}
}
