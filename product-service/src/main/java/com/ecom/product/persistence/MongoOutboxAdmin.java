package com.ecom.product.persistence;

import static com.ecom.product.persistence.MongoOutboxStore.PARKED;
import static com.ecom.product.persistence.MongoOutboxStore.somethingPending;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.core.outbox.OutboxAdmin;
import com.ecom.core.outbox.OutboxEntry;
import com.ecom.core.outbox.OutboxEntry.State;
import com.ecom.product.model.ProductEvent;
import com.ecom.product.model.ProductsChanged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events inside the products' documents as an operator sees them. What has gone out is forgotten: there are none that
 * are SENT, and none to emit again.
 */
@Repository
@RequiredArgsConstructor
class MongoOutboxAdmin implements OutboxAdmin {

    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final ApplicationEventPublisher changed;

    @Override
    public List<OutboxEntry> list(State state, Choice choice, @Nullable String after, int limit) {
        return some(state, choice, after, limit).stream()
                .map(it -> it.toEntry(state, null, null))
                .toList();
    }

    @Override
    public String positionOf(OutboxEntry entry) {
        return entry.eventId().toString();
    }

    @Override
    public Optional<OutboxEntry> find(UUID eventId) {
        var choice = new Choice(eventId, null, null, null, null, null, null);
        return Stream.of(State.NEW, State.PARKED, State.DISCARDED)
                .flatMap(state -> some(state, choice, null, 1).stream()
                        .map(it -> it.toEntry(
                                state, json.valueToTree(it.event.headers()), json.readTree(it.event.payload()))))
                .findFirst();
    }

    @Override
    public long count(State state, Choice choice) {
        return switch (state) {
            case NEW -> countPending(where(PARKED).ne(true), choice);
            case PARKED -> countPending(where(PARKED).is(true), choice);
            case DISCARDED -> isAboutAnotherTopic(choice) ? 0 : mongo.count(discarded(choice, null), Kept.DISCARDED);
            case SENT -> 0;
        };
    }

    @Override
    public long move(State from, State to, Choice choice, int most) {
        var products = new LinkedHashSet<String>();
        long moved = 0;
        for (var it : some(from, choice, null, most)) {
            if (to == State.DISCARDED ? discard(it) : release(it)) {
                products.add(it.product);
                moved++;
            }
        }
        changed.publishEvent(new ProductsChanged(List.copyOf(products)));
        return moved;
    }

    private boolean release(Kept it) {
        var update = new Update()
                .unset("pendingEvents.$[it].refusal")
                .filterArray(where("it.eventId").is(it.id));
        return mongo.updateFirst(parked(it), update, ProductDocument.class).getModifiedCount() == 1;
    }

    /** Kept elsewhere first, so that a crash in between leaves it twice rather than nowhere. */
    private boolean discard(Kept it) {
        mongo.save(it, Kept.DISCARDED);
        return mongo.updateFirst(
                                parked(it),
                                new Update().pull("pendingEvents", new Document("eventId", it.id)),
                                ProductDocument.class)
                        .getModifiedCount()
                == 1;
    }

    private static Query parked(Kept it) {
        return query(where("id")
                .is(it.product)
                .and("pendingEvents")
                .elemMatch(where("eventId").is(it.id).and("refusal.parked").is(true)));
    }

    private List<Kept> some(State state, Choice choice, @Nullable String after, int most) {
        return switch (state) {
            case NEW -> pending(where(PARKED).ne(true), choice, after, most);
            case PARKED -> pending(where(PARKED).is(true), choice, after, most);
            case DISCARDED -> discarded(choice, after, most);
            case SENT -> List.of();
        };
    }

    private List<Kept> pending(Criteria state, Choice choice, @Nullable String after, int most) {
        if (isAboutAnotherTopic(choice)) {
            return List.of();
        }
        var stages = pending(state, choice, after);
        stages.add(sort(Sort.Direction.ASC, "pendingEvents.eventId"));
        stages.add(limit(most));
        return mongo
                .aggregate(newAggregation(stages), ProductDocument.class, OfProduct.class)
                .getMappedResults()
                .stream()
                .map(it -> new Kept(it.pendingEvents.eventId(), it.id, it.pendingEvents))
                .toList();
    }

    private long countPending(Criteria state, Choice choice) {
        if (isAboutAnotherTopic(choice)) {
            return 0;
        }
        var stages = pending(state, choice, null);
        stages.add(Aggregation.count().as("events"));
        var counted = mongo.aggregate(newAggregation(stages), ProductDocument.class, Counted.class)
                .getUniqueMappedResult();
        return counted == null ? 0 : counted.events;
    }

    private static List<AggregationOperation> pending(Criteria state, Choice choice, @Nullable String after) {
        var products = choice.key() == null
                ? somethingPending()
                : somethingPending().and("id").is(choice.key());
        return new ArrayList<>(List.of(
                match(products),
                unwind("pendingEvents"),
                match(new Criteria().andOperator(chosen(state, "pendingEvents.", choice, after)))));
    }

    private List<Kept> discarded(Choice choice, @Nullable String after, int most) {
        return isAboutAnotherTopic(choice)
                ? List.of()
                : mongo.find(discarded(choice, after).with(Sort.by("id")).limit(most), Kept.class, Kept.DISCARDED);
    }

    private static Query discarded(Choice choice, @Nullable String after) {
        var product = choice.key() == null ? new Criteria() : where("product").is(choice.key());
        return query(new Criteria().andOperator(chosen(product, "event.", choice, after)));
    }

    private static List<Criteria> chosen(Criteria first, String event, Choice choice, @Nullable String after) {
        var all = new ArrayList<>(List.of(first));
        if (after != null) {
            all.add(where(event + "eventId").gt(after));
        }
        if (choice.eventId() != null) {
            all.add(where(event + "eventId").is(choice.eventId().toString()));
        }
        if (choice.type() != null) {
            all.add(where(event + "type").is(choice.type()));
        }
        if (choice.from() != null) {
            all.add(where(event + "at").gte(choice.from()));
        }
        if (choice.until() != null) {
            all.add(where(event + "at").lt(choice.until()));
        }
        return all;
    }

    /** Nothing that is still here has been sent, so that none was sent before some time either. */
    private static boolean isAboutAnotherTopic(Choice choice) {
        return choice.sentBefore() != null
                || (choice.topic() != null && !choice.topic().equals(ProductEvent.TOPIC));
    }

    private record Counted(long events) {}

    private record OfProduct(String id, PendingEvent pendingEvents) {}

    /** An event and whose it is; in this form it is kept when it is discarded. */
    private record Kept(String id, String product, PendingEvent event) {

        private static final String DISCARDED = "discarded_events";

        OutboxEntry toEntry(State state, @Nullable JsonNode headers, @Nullable JsonNode payload) {
            var refusal = event.refusal();
            return new OutboxEntry(
                    event.sequence(),
                    UUID.fromString(id),
                    ProductEvent.TOPIC,
                    product,
                    event.type(),
                    state,
                    refusal == null ? 0 : refusal.attempts(),
                    refusal == null ? null : refusal.error(),
                    event.at(),
                    null,
                    headers,
                    payload);
        }
    }
}
