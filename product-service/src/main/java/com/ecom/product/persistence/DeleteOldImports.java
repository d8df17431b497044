package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.lifecycle.Purge;
import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What became of the lines of an import is of no use after a year. */
@Component
@RequiredArgsConstructor
class DeleteOldImports {

    private static final Duration AGE = Duration.ofDays(400);

    private final MongoTemplate mongo;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT35M}")
    void purge() {
        Purge.inChunks(this::forget);
    }

    /** The import itself comes last, so that an interruption leaves no orphaned rows. */
    private int forget(int limit) {
        var old = mongo.find(
                query(where("startedAt").lt(clock.instant().minus(AGE))).limit(limit), ImportDocument.class);
        for (var it : old) {
            mongo.remove(query(where("importId").is(it.id())), ChunkDocument.class);
            mongo.remove(query(where("id").is(it.id())), ImportDocument.class);
        }
        return old.size();
    }
}
