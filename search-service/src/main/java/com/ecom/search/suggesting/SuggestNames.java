package com.ecom.search.suggesting;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Completes a partly typed text with names of products. */
@Component
class SuggestNames {

    /** Several products may have the same name. */
    private static final int SPARE = 3;

    /**
     * Beginnings are kept up to twenty letters, of which a few may be two of those that are typed; whether a longer word goes
     * on as it was typed only decides what comes first.
     */
    private static final Pattern LONG_WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}]{18})[\\p{L}\\p{M}\\p{N}]+");

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;

    SuggestNames(ElasticsearchCalls elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    List<String> handle(String begun, int size) {
        var answer = elastic.search(it -> it.search(
                search -> search.index(settings.products())
                        .query(query -> query.bool(both -> both.must(beginningLike(begun))
                                .should(wholeWords(begun), goesOnLike(begun))
                                .filter(filter ->
                                        filter.term(term -> term.field("active").value(true)))))
                        .source(source -> source.filter(fields -> fields.includes("name")))
                        .size(size * SPARE),
                Named.class));
        return answer.hits().hits().stream()
                .map(it -> Objects.requireNonNull(
                        Objects.requireNonNull(it.source()).name()))
                .distinct()
                .limit(size)
                .toList();
    }

    private static Query beginningLike(String begun) {
        var beginnings = LONG_WORD.matcher(begun).replaceAll("$1");
        return Query.of(it -> it.match(
                match -> match.field("name.beginnings").query(beginnings).operator(Operator.And)));
    }

    private static Query goesOnLike(String begun) {
        return Query.of(it -> it.matchBoolPrefix(
                match -> match.field("name.plain").query(begun).operator(Operator.And)));
    }

    private static Query wholeWords(String begun) {
        return Query.of(it -> it.match(match -> match.field("name.plain").query(begun)));
    }

    record Named(String name) {}
}
