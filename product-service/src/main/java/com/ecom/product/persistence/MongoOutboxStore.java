package com.ecom.product.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.outbox.OutboxEvent;
import com.ecom.core.outbox.OutboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The events inside the products' documents. What this instance has kept is read by the products' ids; a look finds what
 * another left behind. No lease is needed for the order: whoever sends events of a product begins with the oldest that is
 * pending, and an event is forgotten only when the broker has it.
 */
@Repository
@EnableConfigurationProperties(MongoOutboxProperties.class)
@RequiredArgsConstructor
class MongoOutboxStore implements OutboxStore {

    static final String PARKED = "pendingEvents.refusal.parked";

    private final MongoTemplate mongo;
    private final ChangedProducts changed;
    private final MongoOutboxProperties properties;
    private final Clock clock;
    private boolean someLeftBehind;

    /** What fails to be read or kept is left to be found by looking, so that one document never stops all others. */
    @Override
    public Pass pass(int limit, boolean looking, Sending sending) {
        var ids = changed.next(limit);
        var more = changed.areThere();
        var waiting = new ArrayList<>(
                ids.isEmpty() ? List.of() : waiting(query(where("id").in(ids))));
        if (looking || someLeftBehind) {
            var overdue = overdue(limit);
            someLeftBehind = overdue.size() == limit;
            overdue.stream().filter(it -> !ids.contains(it.id)).forEach(waiting::add);
        }
        var events = waiting.stream().flatMap(WithEvents::events).toList();
        if (events.isEmpty()) {
            return new Pass(Settlement.NOTHING, more, false);
        }
        var settled = sending.send(events);
        keep(settled);
        changed.add(keysOf(events, settled));
        return new Pass(settled, more || someLeftBehind, false);
    }

    private List<WithEvents> overdue(int limit) {
        var before = clock.instant().minus(properties.grace());
        return waiting(query(where("pendingEvents.at").lt(before)).limit(limit));
    }

    /** A parked event holds up its product. */
    private List<WithEvents> waiting(Query query) {
        query.addCriteria(where(PARKED).ne(true)).fields().include("pendingEvents");
        return mongo.find(query, WithEvents.class, ProductDocument.COLLECTION);
    }

    private void keep(Settlement settled) {
        var delivered = settled.delivered().stream()
                .collect(groupingBy(OutboxEvent::key, mapping(it -> it.eventId().toString(), toList())));
        if (!delivered.isEmpty()) {
            var bulk = mongo.bulkOps(BulkMode.UNORDERED, ProductDocument.class);
            delivered.forEach(
                    (product, events) -> bulk.updateOne(query(where("id").is(product)), without(events)));
            bulk.execute();
        }
        settled.refused()
                .forEach((event, refusal) -> mongo.updateFirst(
                        query(where("id")
                                .is(event.key())
                                .and("pendingEvents.eventId")
                                .is(event.eventId().toString())),
                        Update.update("pendingEvents.$.refusal", refusal),
                        ProductDocument.class));
    }

    private static Update without(List<String> events) {
        return new Update().pull("pendingEvents", new Document("eventId", new Document("$in", events)));
    }

    /** Of products of which something waits that was taken. */
    private static Collection<String> keysOf(List<OutboxEvent> taken, Settlement settled) {
        var delivered = settled.delivered().stream().map(OutboxEvent::eventId).collect(toSet());
        return taken.stream()
                .filter(it -> !delivered.contains(it.eventId()))
                .map(OutboxEvent::key)
                .collect(toSet());
    }

    /** Counts only where the index on what waits is not empty, so that a quiet shop costs nothing. */
    @Override
    public Backlog backlog() {
        if (!mongo.exists(query(somethingPending()), ProductDocument.class)) {
            return new Backlog(0, 0, 0);
        }
        var all = count(somethingPending());
        var flowing = count(somethingPending().and(PARKED).ne(true));
        var parked = mongo.count(query(where(PARKED).is(true)), ProductDocument.class);
        return new Backlog(all.pending - parked, parked, ageOf(flowing.oldest));
    }

    private long ageOf(@Nullable Instant oldest) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
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

    private record Counted(long pending, @Nullable Instant oldest) {}

    /** @param pendingEvents oldest first */
    private record WithEvents(String id, List<PendingEvent> pendingEvents) {

        Stream<OutboxEvent> events() {
            return pendingEvents.stream().map(it -> it.toOutboxEvent(id));
        }
    }
}
