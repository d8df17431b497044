package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import com.ecom.search.model.KindOfThing;
import com.ecom.search.model.ProductCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a product match a text, and how well. The weights are few and round; docs/search.md says what each part gained by
 * people's judgement.
 */
final class RelevanceQuery {

    private static final List<String> FIELDS =
            List.of("name^6", "brand.words^2", "category.words^2", "description", "details^0.3");

    private static final List<String> FIELDS_AND_KIND =
            Stream.concat(FIELDS.stream(), Stream.of("kind^2")).toList();

    private static final String MOST_WORDS = "2<67%";
    private static final float EXACT_IDENTIFIER = 10_000;
    private static final float EXACT_CODE = 5_000;
    private static final float CODE_AMONG_WORDS = 40;
    private static final float NAMED_THING = 40;
    private static final float AS_TYPED = 5;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private final String text;
    private final List<String> words;
    private final String numbers;
    private final String plainWords;

    private RelevanceQuery(String text) {
        this.text = text;
        this.words = List.of(BLANKS.split(text.strip(), -1));
        this.numbers = joined(words.stream().filter(it -> DIGIT.matcher(it).find()));
        this.plainWords = joined(words.stream().filter(it -> !DIGIT.matcher(it).find()));
    }

    /** Whether the best of what was found was called by its own code. */
    static boolean isCalledByItsCode(@Nullable Double bestScore) {
        return bestScore != null && bestScore >= EXACT_CODE;
    }

    static Query of(@Nullable String text) {
        return text == null || text.isBlank()
                ? Query.of(it -> it.matchAll(all -> all))
                : new RelevanceQuery(text).toQuery();
    }

    /** For a text of which no product has all that it needs: whatever has any word of it. */
    static Query ofAnyWord(String text) {
        var query = new RelevanceQuery(text);
        var matching = Query.of(
                it -> it.multiMatch(match -> match.query(text).fields(FIELDS).type(TextQueryType.MostFields)));
        return Query.of(it -> it.bool(both -> both.must(matching).should(query.isTheThing())));
    }

    private Query toQuery() {
        var matching = new BoolQuery.Builder()
                .should(allWords(), namedSo(), mostWordsTogether())
                .should(inThisOrder(), asOneWord(), asOneWordInTwo())
                .should(someWords())
                .should(exactCodes())
                .minimumShouldMatch("1")
                .build();
        return Query.of(it -> it.bool(both ->
                both.must(must -> must.bool(matching)).should(isTheThing()).should(asTyped())));
    }

    /** Every word somewhere: the brand here, the thing there. */
    private Query allWords() {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields(FIELDS_AND_KIND)
                .type(TextQueryType.CrossFields)
                .operator(Operator.And)));
    }

    private Query namedSo() {
        return Query.of(it -> it.match(match -> match.field("kind").query(text).operator(Operator.And)));
    }

    private Query mostWordsTogether() {
        return Query.of(it -> it.combinedFields(match -> match.query(text)
                .fields("name^4", "brand.words^2", "kind^2", "category.words", "description", "details")
                .minimumShouldMatch(MOST_WORDS)));
    }

    private Query inThisOrder() {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields("name^16", "description^2")
                .type(TextQueryType.Phrase)
                .slop(2)));
    }

    /** A "smart watch" is a smartwatch. */
    private Query asOneWord() {
        return Query.of(it -> it.multiMatch(match -> match.query(ProductCode.of(text))
                .fields("name^4", "category.words^2")
                .boost(4f)));
    }

    /** A "smartwatch" is a smart watch. */
    private Query asOneWordInTwo() {
        return Query.of(it -> it.match(
                match -> match.field("name.joined").query(ProductCode.of(text)).boost(2f)));
    }

    /** Most words in one place, even if misspelt; numbers only as they are, since another number is another thing. */
    private List<Query> someWords() {
        if (numbers.isEmpty()) {
            return List.of(someWordsLike(text));
        }
        var asTheyAre = Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields(FIELDS)
                .type(TextQueryType.BestFields)
                .tieBreaker(0.3)
                .minimumShouldMatch(MOST_WORDS)));
        if (plainWords.isEmpty()) {
            return List.of(asTheyAre);
        }
        var theNumbers = Query.of(it -> it.multiMatch(match -> match.query(numbers)
                .fields(FIELDS)
                .type(TextQueryType.CrossFields)
                .operator(Operator.And)));
        return List.of(asTheyAre, Query.of(it -> it.bool(both -> both.must(someWordsLike(plainWords), theNumbers))));
    }

    private static Query someWordsLike(String text) {
        return Query.of(it -> it.multiMatch(match -> match.query(text)
                .fields(FIELDS)
                .type(TextQueryType.BestFields)
                .tieBreaker(0.3)
                .fuzziness("AUTO:4,7")
                .prefixLength(1)
                .minimumShouldMatch(MOST_WORDS)));
    }

    /** A SKU, EAN or model number ranks its product first, however well its parts match others. */
    private List<Query> exactCodes() {
        var whole = ProductCode.of(text);
        var among = Stream.concat(Stream.of(whole), words.stream().map(ProductCode::of))
                .filter(ProductCode::isOne)
                .distinct()
                .map(FieldValue::of)
                .toList();
        var exact = new ArrayList<Query>();
        exact.add(code("identifiers", List.of(FieldValue.of(whole)), EXACT_IDENTIFIER));
        if (ProductCode.isMeantBy(text) || words.size() > 2) {
            // A sentence may be a model's whole name, but a word or two are what people call many things.
            exact.add(code("codes", List.of(FieldValue.of(whole)), EXACT_CODE));
        }
        if (!among.isEmpty()) {
            exact.add(code("codes", among, CODE_AMONG_WORDS));
        }
        return exact;
    }

    private static Query code(String field, List<FieldValue> values, float boost) {
        return Query.of(it -> it.constantScore(score -> score.filter(
                        filter -> filter.terms(terms -> terms.field(field).terms(any -> any.value(values))))
                .boost(boost)));
    }

    /** The thing before what only goes with it: who looks for a printer is not looking for its paper. */
    private List<Query> isTheThing() {
        return KindOfThing.askedFor(text)
                .map(it -> Query.of(query -> query.constantScore(score -> score.filter(filter ->
                                filter.match(match -> match.field("head").query(it.head())))
                        .boost(NAMED_THING))))
                .stream()
                .toList();
    }

    /** Before what only means the same. */
    private Query asTyped() {
        return Query.of(it -> it.constantScore(score -> score.filter(filter -> filter.match(
                        match -> match.field("name.plain").query(text).operator(Operator.And)))
                .boost(AS_TYPED)));
    }

    private static String joined(Stream<String> some) {
        return String.join(" ", some.toList());
    }
}
