package com.ecom.product.operations;

import static org.springframework.data.mongodb.core.FindAndModifyOptions.options;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.ecom.core.republish.Republication;
import com.ecom.core.republish.Republications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** A step belongs to the holder of the lease; one that was interrupted is repeated, which publishes some states twice. */
@Repository
@RequiredArgsConstructor
class MongoRepublications implements Republications {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final Clock clock;

    @Override
    public void add(Republication it) {
        try {
            mongo.insert(Progress.of(it), Progress.COLLECTION);
        } catch (DuplicateKeyException e) {
            // It was asked for before, under the same key.
            return;
        }
    }

    @Override
    public List<Republication> before(@Nullable UUID id, int limit) {
        var last = id == null ? null : mongo.findById(id.toString(), Progress.class, Progress.COLLECTION);
        var older = last == null ? new Query() : query(where("startedAt").lt(last.startedAt));
        older.with(Sort.by(Sort.Direction.DESC, "startedAt")).limit(limit);
        return mongo.find(older, Progress.class, Progress.COLLECTION).stream()
                .map(Progress::toRepublication)
                .toList();
    }

    @Override
    public boolean advance(UnaryOperator<Republication> step) {
        var now = clock.instant();
        var free = new Criteria()
                .orOperator(where("leasedUntil").is(null), where("leasedUntil").lt(now));
        var next = mongo.findAndModify(
                query(where("finishedAt").is(null).andOperator(free)).with(Sort.by("startedAt")),
                update("leasedUntil", now.plus(LEASE)),
                options().returnNew(true),
                Progress.class,
                Progress.COLLECTION);
        if (next == null) {
            return false;
        }
        mongo.save(Progress.of(step.apply(next.toRepublication())), Progress.COLLECTION);
        return true;
    }

    @Override
    public void forgetOlderThan(Instant time) {
        mongo.remove(
                query(where("finishedAt").ne(null).and("startedAt").lt(time)), Progress.class, Progress.COLLECTION);
    }

    private record Progress(
            String id,
            String startedBy,
            Instant startedAt,
            String reason,
            long total,
            long published,
            String position,
            @Nullable Instant finishedAt,
            @Nullable Instant leasedUntil) {

        private static final String COLLECTION = "republications";

        static Progress of(Republication it) {
            return new Progress(
                    it.id().toString(),
                    it.startedBy().toString(),
                    it.startedAt(),
                    it.reason(),
                    it.total(),
                    it.published(),
                    it.position(),
                    it.finishedAt(),
                    null);
        }

        Republication toRepublication() {
            return new Republication(
                    UUID.fromString(id),
                    UUID.fromString(startedBy),
                    startedAt,
                    reason,
                    total,
                    published,
                    position,
                    finishedAt);
        }
    }
}
