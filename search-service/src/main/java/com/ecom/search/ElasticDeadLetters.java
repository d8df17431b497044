package com.ecom.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.core.inbox.DeadLetter;
import com.ecom.core.inbox.DeadLetter.State;
import com.ecom.core.inbox.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** There are few of them, so each write is made findable at once. */
@Component
class ElasticDeadLetters implements DeadLetters {

    private static final int CONFLICT = 409;

    private final Elastic elastic;
    private final String index;

    ElasticDeadLetters(Elastic elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.index = settings.deadLetters();
    }

    @Override
    public void keep(DeadLetter letter) {
        try {
            elastic.ask(client -> client.create(
                    it -> it.index(index).id(letter.id()).document(letter).refresh(Refresh.True)));
        } catch (ElasticsearchException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(elastic.ask(
                        client -> client.get(it -> it.index(index).id(id), DeadLetter.class))
                .source());
    }

    @Override
    public List<DeadLetter> list(State state, Choice choice, String after, int limit) {
        var younger = Query.of(
                it -> it.range(range -> range.term(term -> term.field("id").gt(after))));
        return elastic
                .ask(client -> client.search(
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
        return elastic.ask(client -> client.count(
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

    private void change(String id, Map<String, Object> fields) {
        elastic.ask(client ->
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
