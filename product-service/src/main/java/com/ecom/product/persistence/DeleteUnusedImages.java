package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.lifecycle.Purge;
import com.ecom.product.model.ImageStore;
import com.ecom.product.persistence.ImageDocument.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Pictures that no product shows go after a month; archived products count. Deleting one begins only if nobody has used
 * it meanwhile, and is finished the next time if it was interrupted.
 */
@Component
@RequiredArgsConstructor
class DeleteUnusedImages {

    private static final Duration AGE = Duration.ofDays(30);
    private static final int TOGETHER = 500;

    private final MongoTemplate mongo;
    private final ImageStore store;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT40M}")
    void purge() {
        var now = clock.instant();
        noteWhatIsUsed(now);
        Purge.inChunks(limit -> delete(now.minus(AGE), limit));
    }

    private void noteWhatIsUsed(Instant now) {
        var after = "";
        while (true) {
            var some = ids(query(where("id").gt(after)).with(Sort.by("id")).limit(TOGETHER));
            if (some.isEmpty()) {
                return;
            }
            var used = mongo.query(ProductDocument.class)
                    .distinct("media.image")
                    .as(String.class)
                    .matching(query(where("media.image").in(some)))
                    .all();
            mongo.updateMulti(query(where("id").in(used)), Update.update("usedAt", now), ImageDocument.class);
            after = some.getLast();
        }
    }

    private int delete(Instant before, int limit) {
        var unused = where("usedAt").lt(before);
        var some = ids(query(unused).limit(limit));
        for (var id : some) {
            var begun = mongo.updateFirst(
                    query(where("id").is(id).and("usedAt").lt(before)),
                    Update.update("state", State.DELETING),
                    ImageDocument.class);
            if (begun.getMatchedCount() == 1) {
                store.delete(id);
                mongo.remove(query(where("id").is(id)), ImageDocument.class);
            }
        }
        return some.size();
    }

    private List<String> ids(Query query) {
        query.fields().include("_id");
        return mongo.find(query, Id.class, "images").stream().map(Id::id).toList();
    }

    private record Id(String id) {}
}
