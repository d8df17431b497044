package com.ecom.search.operations;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.core.deadletters.DeadLetter;
import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetters;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** There are few of them, so each write is made findable at once. */
@Component
class ElasticDeadLetters implements DeadLetters {

    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elastic;
    private final String index;
    private final Clock clock;

    ElasticDeadLetters(ElasticsearchCalls elastic, SearchSettings settings, Clock clock) {
        this.elastic = elastic;
        this.clock = clock;
        this.index = settings.deadLetters();
    }

    @Override
    public void keep(DeadLetter letter) {
        try {
            elastic.call(client -> client.create(
                    it -> it.index(index).id(letter.id()).document(letter).refresh(Refresh.True)));
        } catch (ElasticsearchException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(elastic.call(
                        client -> client.get(it -> it.index(index).id(id), DeadLetter.class))
                .source());
    }

    @Override
    public List<DeadLetter> list(State state, Choice choice, String after, int limit) {
        var younger = Query.of(
                it -> it.range(range -> range.term(term -> term.field("id").gt(after))));
        return elastic
                .call(client -> client.search(
                        it -> it.index(index)
                                .query(chosen(state, choice).filter(younger).build())
                                .sort(sort -> sort.field(field -> field.field("id")))
                                .size(limit),
                        DeadLetter.class))
                .hits()
                .hits()
                .stream()
                .map(it -> Objects.requireNonNull(it.source()))
                .toList();
    }

    @Override
    public long count(State state, Choice choice) {
        return elastic.call(client -> client.count(
                        it -> it.index(index).query(chosen(state, choice).build())))
                .count();
    }

    @Override
    public long move(State from, State to, Choice choice, int most) {
        var letters = list(from, choice, "", most);
        letters.forEach(it -> change(it.id(), Map.of("state", to)));
        return letters.size();
    }

    @Override
    public void tried(String id, State state, String error) {
        if (find(id).filter(it -> it.state() == State.REQUEUED).isPresent()) {
            change(id, Map.of("state", state, "error", error));
        }
    }

    @Override
    public int forgetDecided(Duration age, int limit) {
        var old = Query.of(it -> it.range(range -> range.date(
                date -> date.field("keptAt").lt(clock.instant().minus(age).toString()))));
        var decided = Query.of(it -> it.terms(terms -> terms.field("state")
                .terms(any -> any.value(Stream.of(State.HANDLED, State.DISCARDED)
                        .map(state -> FieldValue.of(state.name()))
                        .toList()))));
        var letters = elastic.call(client -> client.search(
                        it -> it.index(index)
                                .query(query -> query.bool(all -> all.filter(old, decided)))
                                .size(limit),
                        DeadLetter.class))
                .hits()
                .hits();
        letters.forEach(it -> elastic.call(
                client -> client.delete(op -> op.index(index).id(it.id()).refresh(Refresh.True))));
        return letters.size();
    }

    private void change(String id, Map<String, Object> fields) {
        elastic.call(client ->
                client.update(it -> it.index(index).id(id).doc(fields).refresh(Refresh.True), DeadLetter.class));
    }

    private static BoolQuery.Builder chosen(State state, Choice choice) {
        var chosen = new BoolQuery.Builder().filter(exactly("state", state.name()));
        narrow(chosen, "id", choice.id());
        narrow(chosen, "group", choice.group());
        narrow(chosen, "topic", choice.topic());
        narrow(chosen, "type", choice.type());
        return chosen;
    }

    private static void narrow(BoolQuery.Builder chosen, String field, @Nullable String value) {
        if (value != null) {
            chosen.filter(exactly(field, value));
        }
    }

    private static Query exactly(String field, String value) {
        return Query.of(it -> it.term(term -> term.field(field).value(value)));
    }
}
