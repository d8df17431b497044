package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.FindAndModifyOptions.options;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.ReplaceOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** A step counts only while its lease is held: whoever was slower than that has changed products, and tells nothing. What became of an edit is of no use after a year. */
@Repository
@RequiredArgsConstructor
class MongoBulkEdits implements BulkEdits {

    private static final String COLLECTION = "product_edits";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration AGE = Duration.ofDays(400);

    private final MongoTemplate mongo;
    private final Clock clock;

    @Override
    public boolean start(BulkEdit edit) {
        try {
            mongo.insert(Kept.of(edit), COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<BulkEdit> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Kept.class, COLLECTION)).map(Kept::edit);
    }

    @Override
    public boolean advance(UnaryOperator<BulkEdit> step) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var lease = now.plus(LEASE);
        var free = new Criteria()
                .orOperator(where("leasedUntil").is(null), where("leasedUntil").lt(now));
        var next = mongo.findAndModify(
                query(where("edit.finishedAt").is(null).andOperator(free)).with(Sort.by("edit.startedAt")),
                update("leasedUntil", lease),
                options().returnNew(true),
                Kept.class,
                COLLECTION);
        if (next == null) {
            return false;
        }
        var done = Kept.of(step.apply(next.edit));
        var stillOurs = query(where("id").is(next.id).and("leasedUntil").is(lease));
        mongo.replace(stillOurs, done, ReplaceOptions.none(), COLLECTION);
        return true;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT50M}")
    void purge() {
        mongo.remove(query(where("edit.startedAt").lt(clock.instant().minus(AGE))), COLLECTION);
    }

    private record Kept(String id, BulkEdit edit, @Nullable Instant leasedUntil) {

        static Kept of(BulkEdit edit) {
            return new Kept(edit.id(), edit, null);
        }
    }
}
