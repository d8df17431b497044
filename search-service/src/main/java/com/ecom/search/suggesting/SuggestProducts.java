package com.ecom.search.suggesting;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.ecom.core.money.Money;
import com.ecom.search.analytics.PopularQueries;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes a partly typed text with products, brands, categories and popular queries; if nothing goes on like that, as if it were misspelt. */
@Component
@RequiredArgsConstructor
class SuggestProducts {

    /** Several products may have the same name. */
    private static final int SPARE = 3;

    private static final int GROUPS = 3;
    private static final List<String> SEEN = List.of("productId", "slug", "name", "price", "imageUrl");

    /**
     * Beginnings are kept up to twenty letters, of which a few may be two of those that are typed; whether a longer word goes
     * on as it was typed only decides what comes first.
     */
    private static final Pattern LONG_WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}]{18})[\\p{L}\\p{M}\\p{N}]+");

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final PopularQueries popular;

    Suggestions handle(String begun, int size) {
        var exact = ask(begun, "0", size);
        var answer = exact.hits().hits().isEmpty() ? ask(begun, "AUTO:4,8", size) : exact;
        var products = answer.hits().hits().stream()
                .map(it -> Objects.requireNonNull(it.source()))
                .toList();
        return new Suggestions(
                products.stream().map(Suggested::name).distinct().limit(size).toList(),
                products.stream().limit(size).toList(),
                valuesIn(answer.aggregations(), "category"),
                valuesIn(answer.aggregations(), "brand"),
                popular.goingOnLike(begun, size));
    }

    private SearchResponse<Suggested> ask(String begun, String fuzziness, int size) {
        return elastic.search(it -> it.search(
                search -> search.index(settings.products())
                        .query(query -> query.bool(both -> both.must(beginningLike("name", begun, fuzziness))
                                .should(wholeWords(begun), goesOnLike(begun))
                                .filter(isForSale())))
                        .aggregations("category", valuesLike("category", begun, fuzziness))
                        .aggregations("brand", valuesLike("brand", begun, fuzziness))
                        .source(source -> source.filter(fields -> fields.includes(SEEN)))
                        .size(size * SPARE),
                Suggested.class));
    }

    /** Among all products, whatever the rest of their names is. */
    private static Aggregation valuesLike(String field, String begun, String fuzziness) {
        var like = Query.of(it -> it.bool(both -> both.filter(isForSale(), beginningLike(field, begun, fuzziness))));
        return Aggregation.of(it -> it.global(all -> all)
                .aggregations(
                        "like",
                        filter -> filter.filter(like)
                                .aggregations(
                                        "values",
                                        values -> values.terms(
                                                terms -> terms.field(field).size(GROUPS)))));
    }

    private static List<String> valuesIn(Map<String, Aggregate> counted, String field) {
        var like = Objects.requireNonNull(Objects.requireNonNull(counted.get(field))
                .global()
                .aggregations()
                .get("like"));
        var values = Objects.requireNonNull(like.filter().aggregations().get("values"));
        return values.sterms().buckets().array().stream()
                .map(it -> it.key().stringValue())
                .toList();
    }

    private static Query isForSale() {
        return Query.of(it -> it.term(term -> term.field("active").value(true)));
    }

    private static Query beginningLike(String field, String begun, String fuzziness) {
        var beginnings = LONG_WORD.matcher(begun).replaceAll("$1");
        return Query.of(it -> it.match(match -> match.field(field + ".beginnings")
                .query(beginnings)
                .operator(Operator.And)
                .fuzziness(fuzziness)
                .prefixLength(1)));
    }

    private static Query goesOnLike(String begun) {
        return Query.of(it -> it.matchBoolPrefix(
                match -> match.field("name.plain").query(begun).operator(Operator.And)));
    }

    private static Query wholeWords(String begun) {
        return Query.of(it -> it.match(match -> match.field("name.plain").query(begun)));
    }

    /**
     * @param suggestions names of products, each once
     * @param queries what others looked for and found, the most popular first
     */
    record Suggestions(
            List<String> suggestions,
            List<Suggested> products,
            List<String> categories,
            List<String> brands,
            List<String> queries) {}

    record Suggested(
            String productId,
            String slug,
            String name,
            Money price,
            @Nullable String imageUrl) {}
}
