package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.SearchProducts.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a field among what was found, as if nothing had been chosen in it: the most frequent ones, and in any
 * case the one that is chosen, so that it can be given up again.
 */
record FacetQuery(String field, @Nullable String chosen) {

    private static final int VALUES = 30;
    private static final String MOST_FREQUENT = "values";
    private static final String CHOSEN = "chosen";

    /** What is left if something is chosen. */
    List<Query> choice() {
        return chosen == null
                ? List.of()
                : List.of(Query.of(it -> it.term(term -> term.field(field).value(chosen))));
    }

    Aggregation counting(List<Query> chosenElsewhere) {
        return Aggregation.of(it -> {
            var within = it.filter(filter -> filter.bool(both -> both.filter(chosenElsewhere)))
                    .aggregations(
                            MOST_FREQUENT,
                            values -> values.terms(terms -> terms.field(field).size(VALUES)));
            choice().forEach(choice -> within.aggregations(CHOSEN, chosen -> chosen.filter(choice)));
            return within;
        });
    }

    List<Facet> valuesIn(Map<String, Aggregate> counted) {
        var values = new ArrayList<Facet>();
        for (var bucket : mostFrequentIn(counted).buckets().array()) {
            values.add(new Facet(bucket.key().stringValue(), bucket.docCount()));
        }
        if (chosen != null && values.stream().noneMatch(it -> it.value().equals(chosen))) {
            values.add(new Facet(chosen, chosenIn(counted)));
        }
        return values;
    }

    /** Whether there are values that are not shown. */
    boolean hasMoreIn(Map<String, Aggregate> counted) {
        var shownBeside = valuesIn(counted).size() > VALUES ? chosenIn(counted) : 0;
        return Objects.requireNonNullElse(mostFrequentIn(counted).sumOtherDocCount(), 0L) > shownBeside;
    }

    private StringTermsAggregate mostFrequentIn(Map<String, Aggregate> counted) {
        return aggregate(counted, MOST_FREQUENT).sterms();
    }

    private long chosenIn(Map<String, Aggregate> counted) {
        return aggregate(counted, CHOSEN).filter().docCount();
    }

    private Aggregate aggregate(Map<String, Aggregate> counted, String what) {
        var mine = Objects.requireNonNull(counted.get(field)).filter().aggregations();
        return Objects.requireNonNull(mine.get(what));
    }
}
