package com.ecom.search.finding;

import com.ecom.search.model.ProductCode;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a product match a text, and how well. */
final class RelevanceQuery {

    private static final List<String> FIELDS =
            List.of("name^4", "brand.words^2", "category.words^2", "description", "details^0.3");

    private RelevanceQuery() {}

    static Query of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Query.of(it -> it.matchAll(all -> all));
        }
        return Query.of(it -> it.bool(either -> either.should(allWords(text), someWords(text), exactCode(text))
                .should(inThisOrder(text), asOneWord(text))
                .should(thisCodeAndNoOther(text))
                .minimumShouldMatch("1")));
    }

    /** Every word somewhere: the brand here, the thing there. */
    private static Query allWords(String text) {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields(FIELDS)
                .type(TextQueryType.CrossFields)
                .operator(Operator.And)
                .boost(2f)));
    }

    /** Most words in one place, even if misspelt. */
    private static Query someWords(String text) {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields(FIELDS)
                .type(TextQueryType.BestFields)
                .tieBreaker(0.3)
                .fuzziness("AUTO")
                .prefixLength(1)
                .minimumShouldMatch("2<67%")));
    }

    private static Query inThisOrder(String text) {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields("name^8", "description^2")
                .type(TextQueryType.Phrase)
                .slop(2)));
    }

    /** A "smart watch" is a smartwatch. */
    private static Query asOneWord(String text) {
        return Query.of(it -> it.multiMatch(match -> match.query(ProductCode.of(text))
                .fields("name^4", "category.words^2")
                .boost(2f)));
    }

    /** A SKU or model number ranks its product first, however well its parts match others. */
    private static List<Query> thisCodeAndNoOther(String text) {
        return ProductCode.isMeantBy(text)
                ? List.of(Query.of(it -> it.term(
                        term -> term.field("codes").value(ProductCode.of(text)).boost(1_000f))))
                : List.of();
    }

    /** A SKU or model number, as a whole or as one of the words. */
    private static Query exactCode(String text) {
        var codes = Stream.concat(Stream.of(text), Stream.of(text.split("\\s+", -1)))
                .map(ProductCode::of)
                .filter(it -> it.length() > 2)
                .distinct()
                .map(FieldValue::of)
                .toList();
        return Query.of(it -> it.terms(terms ->
                terms.field("codes").terms(values -> values.value(codes)).boost(40f)));
    }
}
