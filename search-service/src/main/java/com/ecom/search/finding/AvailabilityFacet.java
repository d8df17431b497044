package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.Facets.Availability;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record AvailabilityFacet(@Nullable Boolean inStock) implements Facet {

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public List<Query> choice() {
        return inStock == null ? List.of() : List.of(isInStock(inStock));
    }

    @Override
    public Map<String, Aggregation> counts() {
        return Map.of("inStock", Aggregation.of(it -> it.filter(isInStock(true))));
    }

    Availability countsIn(Map<String, Aggregate> answered) {
        var counted = in(answered);
        var inStockNow = counted.part("inStock").filter().docCount();
        return new Availability(inStockNow, counted.all() - inStockNow);
    }

    private static Query isInStock(boolean value) {
        return Query.of(it -> it.term(term -> term.field("inStock").value(value)));
    }
}
