package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that can be chosen among what was found. Each facet counts as if nothing had been chosen in it, so that one can
 * choose otherwise or in addition.
 */
sealed interface Facet permits ValueFacet, OtherAttributes, PriceFacet, RatingFacet, AvailabilityFacet, SaleFacet {

    String name();

    /** What is left if something is chosen. */
    List<Query> choice();

    /** The counts, by name, of what all other facets leave. */
    Map<String, Aggregation> counts();

    default Aggregation within(List<Query> chosenElsewhere) {
        return Aggregation.of(it -> it.filter(filter -> filter.bool(both -> both.filter(chosenElsewhere)))
                .aggregations(counts()));
    }

    /** What was counted, by the names of {@link #counts}, and under {@link Counted#all} how many there are. */
    default Counted in(Map<String, Aggregate> answered) {
        var mine = Objects.requireNonNull(answered.get(name())).filter();
        return new Counted(mine.docCount(), mine.aggregations());
    }

    record Counted(long all, Map<String, Aggregate> parts) {

        Aggregate part(String name) {
            return Objects.requireNonNull(parts.get(name));
        }
    }
}
