package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.Facets.AttributeValues;
import com.ecom.search.finding.Facets.Value;
import com.ecom.search.model.FacetValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The most frequent values of all attributes of which nothing is chosen.
 *
 * @param chosen the names of the others
 */
record OtherAttributes(Collection<String> chosen) implements Facet {

    static final String FIELD = "facetValues";

    private static final int VALUES = 300;
    private static final int ATTRIBUTES = 20;
    private static final String MOST_FREQUENT = "values";

    @Override
    public String name() {
        return "attributes";
    }

    @Override
    public List<Query> choice() {
        return List.of();
    }

    @Override
    public Map<String, Aggregation> counts() {
        var theirs = chosen.stream().map(it -> it + ":.*").collect(Collectors.joining("|"));
        return Map.of(
                MOST_FREQUENT,
                Aggregation.of(it -> it.terms(terms -> theirs.isEmpty()
                        ? terms.field(FIELD).size(VALUES)
                        : terms.field(FIELD).size(VALUES).exclude(these -> these.regexp(theirs)))));
    }

    List<AttributeValues> attributesIn(Map<String, Aggregate> answered) {
        return valuesByName(answered).entrySet().stream()
                .limit(ATTRIBUTES)
                .map(it -> new AttributeValues(it.getKey(), it.getValue()))
                .toList();
    }

    /** Whether there are values that are not shown. */
    boolean hasMoreIn(Map<String, Aggregate> answered) {
        var others = counted(answered).sterms().sumOtherDocCount();
        return Objects.requireNonNullElse(others, 0L) > 0
                || valuesByName(answered).size() > ATTRIBUTES;
    }

    private Map<String, List<Value>> valuesByName(Map<String, Aggregate> answered) {
        var values = new LinkedHashMap<String, List<Value>>();
        for (var bucket : counted(answered).sterms().buckets().array()) {
            var it = FacetValue.parse(bucket.key().stringValue());
            values.computeIfAbsent(it.attribute(), _ -> new ArrayList<>())
                    .add(new Value(it.value(), bucket.docCount()));
        }
        return values;
    }

    private Aggregate counted(Map<String, Aggregate> answered) {
        return in(answered).part(MOST_FREQUENT);
    }
}
