package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.Facets.AtLeast;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Four stars and up, three stars and up, and so on. */
record RatingFacet(@Nullable Integer least) implements Facet {

    private static final int BEST = 4;

    @Override
    public String name() {
        return "rating";
    }

    @Override
    public List<Query> choice() {
        return least == null
                ? List.of()
                : List.of(Query.of(it -> it.range(range ->
                        range.number(stars -> stars.field("rating.average").gte((double) least)))));
    }

    @Override
    public Map<String, Aggregation> counts() {
        var steps = IntStream.rangeClosed(1, BEST)
                .mapToObj(stars -> AggregationRange.of(it -> it.from((double) stars)))
                .toList();
        return Map.of(
                "steps",
                Aggregation.of(
                        it -> it.range(range -> range.field("rating.average").ranges(steps))));
    }

    List<AtLeast> stepsIn(Map<String, Aggregate> answered) {
        return in(answered).part("steps").range().buckets().array().reversed().stream()
                .filter(it -> it.docCount() > 0)
                .map(it -> new AtLeast(Objects.requireNonNull(it.from()).intValue(), it.docCount()))
                .toList();
    }
}
