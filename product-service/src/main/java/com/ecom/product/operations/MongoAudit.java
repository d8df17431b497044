package com.ecom.product.operations;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ecom.core.operating.Audit;
import com.ecom.core.operating.Intervention;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class MongoAudit implements Audit {

    private final MongoTemplate mongo;
    private final Clock clock;

    @Override
    public void note(Intervention it) {
        mongo.insert(
                new Noted(
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        clock.instant(),
                        it.actor().toString(),
                        it.action(),
                        it.target(),
                        it.reason(),
                        it.affected()),
                Noted.COLLECTION);
    }

    @Override
    public List<AuditEntry> before(@Nullable String id, int limit) {
        var older = id == null ? new Query() : Query.query(where("id").lt(id));
        older.with(Sort.by(Sort.Direction.DESC, "id")).limit(limit);
        return mongo.find(older, Noted.class, Noted.COLLECTION).stream()
                .map(Noted::toEntry)
                .toList();
    }

    private record Noted(
            String id, Instant at, String actor, String action, String target, String reason, long affected) {

        private static final String COLLECTION = "ops_audit";

        AuditEntry toEntry() {
            return new AuditEntry(id, at, actor, action, target, reason, affected);
        }
    }
}
