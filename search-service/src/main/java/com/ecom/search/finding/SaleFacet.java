package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What costs less than otherwise just now. */
record SaleFacet(@Nullable Boolean onSale) implements Facet {

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public List<Query> choice() {
        if (onSale == null) {
            return List.of();
        }
        return List.of(onSale ? isReduced() : Query.of(it -> it.bool(not -> not.mustNot(isReduced()))));
    }

    @Override
    public Map<String, Aggregation> counts() {
        return Map.of("reduced", Aggregation.of(it -> it.filter(isReduced())));
    }

    long countIn(Map<String, Aggregate> answered) {
        return in(answered).part("reduced").filter().docCount();
    }

    private static Query isReduced() {
        return Query.of(it -> it.exists(price -> price.field("listPrice.amount")));
    }
}
