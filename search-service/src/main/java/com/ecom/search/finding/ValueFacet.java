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

/** The most frequent values of a field, and in any case those that are chosen, so that they can be given up again. */
record ValueFacet(String name, List<String> chosen) implements Facet {

    private static final int VALUES = 30;
    private static final String MOST_FREQUENT = "values";
    private static final String CHOSEN = "chosen";

    @Override
    public List<Query> choice() {
        return chosen.isEmpty()
                ? List.of()
                : List.of(Query.of(it -> it.terms(terms -> terms.field(name)
                        .terms(any ->
                                any.value(chosen.stream().map(FieldValue::of).toList())))));
    }

    @Override
    public Map<String, Aggregation> counts() {
        var counts = new LinkedHashMap<String, Aggregation>();
        counts.put(
                MOST_FREQUENT,
                Aggregation.of(it -> it.terms(terms -> terms.field(name).size(VALUES))));
        if (!chosen.isEmpty()) {
            counts.put(
                    CHOSEN,
                    Aggregation.of(it -> it.terms(
                            terms -> terms.field(name).size(chosen.size()).include(only -> only.terms(chosen)))));
        }
        return counts;
    }

    List<Value> valuesIn(Map<String, Aggregate> answered) {
        var counted = in(answered);
        var values = new ArrayList<Value>();
        for (var bucket : buckets(counted, MOST_FREQUENT)) {
            values.add(new Value(bucket.key().stringValue(), bucket.docCount()));
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

    private static long countOf(String value, Counted counted) {
        return buckets(counted, CHOSEN).stream()
                .filter(it -> it.key().stringValue().equals(value))
                .mapToLong(StringTermsBucket::docCount)
                .sum();
    }

    private static List<StringTermsBucket> buckets(Counted counted, String part) {
        return counted.part(part).sterms().buckets().array();
    }
}
