package com.ecom.product.operations;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.ecom.core.deadletters.DeadLetter;
import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class MongoDeadLetters implements DeadLetters {

    private static final String COLLECTION = "dead_letters";

    private final MongoTemplate mongo;
    private final Clock clock;

    @Override
    public void keep(DeadLetter it) {
        try {
            mongo.insert(it, COLLECTION);
        } catch (DuplicateKeyException e) {
            // It is kept already.
            return;
        }
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(mongo.findById(id, DeadLetter.class, COLLECTION));
    }

    @Override
    public List<DeadLetter> list(State state, Choice choice, String after, int limit) {
        return mongo.find(
                chosen(state, choice, where("id").gt(after)).with(Sort.by("id")).limit(limit),
                DeadLetter.class,
                COLLECTION);
    }

    @Override
    public long count(State state, Choice choice) {
        return mongo.count(chosen(state, choice), DeadLetter.class, COLLECTION);
    }

    @Override
    public long move(State from, State to, Choice choice, int most) {
        return list(from, choice, "", most).stream()
                .mapToLong(it -> mongo.updateFirst(
                                query(where("id").is(it.id()).and("state").is(from)),
                                update("state", to),
                                DeadLetter.class,
                                COLLECTION)
                        .getModifiedCount())
                .sum();
    }

    @Override
    public void tried(String id, State state, String error) {
        mongo.updateFirst(
                query(where("id").is(id).and("state").is(State.REQUEUED)),
                update("state", state).set("error", error),
                DeadLetter.class,
                COLLECTION);
    }

    @Override
    public int forgetDecided(Duration age, int limit) {
        var old = query(where("state")
                .in(State.HANDLED, State.DISCARDED)
                .and("keptAt")
                .lt(clock.instant().minus(age)));
        return mongo.findAllAndRemove(old.limit(limit), DeadLetter.class, COLLECTION)
                .size();
    }

    private static Query chosen(State state, Choice it, Criteria... more) {
        var criteria = new ArrayList<>(List.of(more));
        criteria.add(where("state").is(state));
        narrow(criteria, "id", it.id());
        narrow(criteria, "group", it.group());
        narrow(criteria, "topic", it.topic());
        narrow(criteria, "type", it.type());
        return query(new Criteria().andOperator(criteria));
    }

    private static void narrow(List<Criteria> criteria, String field, @Nullable String value) {
        if (value != null) {
            criteria.add(where(field).is(value));
        }
    }
}
