package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.finding.Facets.AttributeValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a request chose. */
record Choices(
        ValueFacet brand,
        ValueFacet category,
        Map<String, ValueFacet> attributes,
        OtherAttributes others,
        PriceFacet price,
        RatingFacet rating,
        AvailabilityFacet availability,
        SaleFacet sale) {

    static Choices of(ProductQuery wanted) {
        return new Choices(
                ValueFacet.of("brand", wanted.brands()),
                ValueFacet.of("category", wanted.categories()),
                facetsOf(wanted.attributes()),
                new OtherAttributes(wanted.attributes().keySet()),
                new PriceFacet(wanted.minPrice(), wanted.maxPrice()),
                new RatingFacet(wanted.minRating()),
                new AvailabilityFacet(wanted.inStock()),
                new SaleFacet(wanted.onSale()));
    }

    /** In the order in which they were chosen. */
    private static Map<String, ValueFacet> facetsOf(Map<String, List<String>> chosen) {
        var facets = new LinkedHashMap<String, ValueFacet>();
        chosen.forEach((attribute, values) -> facets.put(attribute, ValueFacet.ofAttribute(attribute, values)));
        return facets;
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
                attributesIn(answered),
                sale.countIn(answered),
                incompleteIn(answered));
    }

    private List<AttributeValues> attributesIn(Map<String, Aggregate> answered) {
        var chosen = attributes.entrySet().stream()
                .map(it -> new AttributeValues(it.getKey(), it.getValue().valuesIn(answered)));
        return Stream.concat(chosen, others.attributesIn(answered).stream()).toList();
    }

    private List<String> incompleteIn(Map<String, Aggregate> answered) {
        var names =
                Stream.of(brand, category).filter(it -> it.hasMoreIn(answered)).map(ValueFacet::name);
        var isPartOfAttributes =
                others.hasMoreIn(answered) || attributes.values().stream().anyMatch(it -> it.hasMoreIn(answered));
        return isPartOfAttributes
                ? Stream.concat(names, Stream.of(others.name())).toList()
                : names.toList();
    }

    private List<Facet> facets() {
        var all = new ArrayList<Facet>(List.of(brand, category, others, price, rating, availability, sale));
        all.addAll(attributes.values());
        return all;
    }

    private static List<Query> chosenIn(List<Facet> some) {
        return some.stream().flatMap(it -> it.choice().stream()).toList();
    }
}
