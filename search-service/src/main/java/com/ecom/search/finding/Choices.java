package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a request chose. */
record Choices(
        ValueFacet brand,
        ValueFacet category,
        PriceFacet price,
        RatingFacet rating,
        AvailabilityFacet availability,
        SaleFacet sale) {

    static Choices of(ProductQuery wanted) {
        return new Choices(
                new ValueFacet("brand", wanted.brands()),
                new ValueFacet("category", wanted.categories()),
                new PriceFacet(wanted.minPrice(), wanted.maxPrice()),
                new RatingFacet(wanted.minRating()),
                new AvailabilityFacet(wanted.inStock()),
                new SaleFacet(wanted.onSale()));
    }

    /** What is left by all of them together. */
    Query all() {
        return Query.of(it -> it.bool(both -> both.filter(chosenIn(facets()))));
    }

    Map<String, Aggregation> counts() {
        var counts = new LinkedHashMap<String, Aggregation>();
        for (var facet : facets()) {
            var others = facets().stream().filter(it -> !it.name().equals(facet.name()));
            counts.put(facet.name(), facet.within(chosenIn(others.toList())));
        }
        return counts;
    }

    Facets in(Map<String, Aggregate> answered) {
        return new Facets(
                brand.valuesIn(answered),
                category.valuesIn(answered),
                price.rangesIn(answered),
                rating.stepsIn(answered),
                availability.countsIn(answered),
                sale.countIn(answered),
                Stream.of(brand, category)
                        .filter(it -> it.hasMoreIn(answered))
                        .map(ValueFacet::name)
                        .toList());
    }

    private List<Facet> facets() {
        return List.of(brand, category, price, rating, availability, sale);
    }

    private static List<Query> chosenIn(List<Facet> some) {
        return some.stream().flatMap(it -> it.choice().stream()).toList();
    }
}
