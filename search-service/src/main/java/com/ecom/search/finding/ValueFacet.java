package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.Facets.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The most frequent values of a field, and in any case those that are chosen, so that they can be given up again.
 *
 * @param prefix with what all these values begin in the field; others are not counted
 */
record ValueFacet(String name, String field, String prefix, List<String> chosen) implements Facet {

    private static final int VALUES = 30;
    private static final String MOST_FREQUENT = "values";
    private static final String CHOSEN = "chosen";

    static ValueFacet of(String field, List<String> chosen) {
        return new ValueFacet(field, field, "", chosen);
    }

    static ValueFacet ofAttribute(String attribute, List<String> chosen) {
        return new ValueFacet("attribute:" + attribute, OtherAttributes.FIELD, attribute + ":", chosen);
    }

    @Override
    public List<Query> choice() {
        return chosen.isEmpty()
                ? List.of()
                : List.of(Query.of(it -> it.terms(terms -> terms.field(field)
                        .terms(any -> any.value(indexed().map(FieldValue::of).toList())))));
    }

    @Override
    public Map<String, Aggregation> counts() {
        var counts = new LinkedHashMap<String, Aggregation>();
        counts.put(
                MOST_FREQUENT,
                Aggregation.of(it -> it.terms(terms -> prefix.isEmpty()
                        ? terms.field(field).size(VALUES)
                        : terms.field(field).size(VALUES).include(only -> only.regexp(prefix + ".*")))));
        if (!chosen.isEmpty()) {
            counts.put(
                    CHOSEN,
                    Aggregation.of(it -> it.terms(terms -> terms.field(field)
                            .size(chosen.size())
                            .include(only -> only.terms(indexed().toList())))));
        }
        return counts;
    }

    List<Value> valuesIn(Map<String, Aggregate> answered) {
        var counted = in(answered);
        var values = new ArrayList<Value>();
        for (var bucket : buckets(counted, MOST_FREQUENT)) {
            values.add(new Value(valueOf(bucket), bucket.docCount()));
        }
        for (var value : chosen) {
            if (values.stream().noneMatch(it -> it.value().equals(value))) {
                values.add(new Value(value, countOf(value, counted)));
            }
        }
        return values;
    }

    /** Whether there are values that are not shown. */
    boolean hasMoreIn(Map<String, Aggregate> answered) {
        var counted = in(answered);
        var shownBeside = valuesIn(answered).stream()
                .skip(buckets(counted, MOST_FREQUENT).size())
                .mapToLong(Value::count)
                .sum();
        var others = counted.part(MOST_FREQUENT).sterms().sumOtherDocCount();
        return Objects.requireNonNullElse(others, 0L) > shownBeside;
    }

    private Stream<String> indexed() {
        return chosen.stream().map(it -> prefix + it);
    }

    private String valueOf(StringTermsBucket bucket) {
        return bucket.key().stringValue().substring(prefix.length());
    }

    private long countOf(String value, Counted counted) {
        return buckets(counted, CHOSEN).stream()
                .filter(it -> valueOf(it).equals(value))
                .mapToLong(StringTermsBucket::docCount)
                .sum();
    }

    private static List<StringTermsBucket> buckets(Counted counted, String part) {
        return counted.part(part).sterms().buckets().array();
    }
}
