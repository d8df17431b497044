package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import com.ecom.search.finding.Facets.PriceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ranges of prices in minor units, each currency by itself. A range begins with its {@code from} and ends before its {@code to}. */
record PriceFacet(@Nullable Long least, @Nullable Long most) implements Facet {

    private static final List<Long> BOUNDS = List.of(0L, 2_500L, 5_000L, 10_000L, 25_000L, 50_000L, 100_000L);
    private static final int CURRENCIES = 20;

    @Override
    public String name() {
        return "price";
    }

    @Override
    public List<Query> choice() {
        if (least == null && most == null) {
            return List.of();
        }
        // As they are, because not every one of them is a floating-point number.
        return List.of(Query.of(it -> it.range(range -> range.untyped(price -> price.field("price.amount")
                .gte(least == null ? null : JsonData.of(least))
                .lte(most == null ? null : JsonData.of(most))))));
    }

    @Override
    public Map<String, Aggregation> counts() {
        return Map.of(
                "currencies",
                Aggregation.of(it -> it.terms(
                                terms -> terms.field("price.currency").size(CURRENCIES))
                        .aggregations(
                                "ranges",
                                ranges -> ranges.range(
                                        range -> range.field("price.amount").ranges(ranges())))));
    }

    List<PriceRange> rangesIn(Map<String, Aggregate> answered) {
        var ranges = new ArrayList<PriceRange>();
        for (var currency : in(answered).part("currencies").sterms().buckets().array()) {
            var counts = currency.aggregations().get("ranges");
            if (counts != null) {
                counts.range().buckets().array().stream()
                        .filter(it -> it.docCount() > 0)
                        .map(it -> new PriceRange(
                                currency.key().stringValue(), whole(it.from()), whole(it.to()), it.docCount()))
                        .forEach(ranges::add);
            }
        }
        return ranges;
    }

    private static List<AggregationRange> ranges() {
        var ranges = new ArrayList<AggregationRange>();
        for (int i = 0; i < BOUNDS.size(); i++) {
            double from = BOUNDS.get(i);
            var to = i + 1 < BOUNDS.size() ? (double) BOUNDS.get(i + 1) : null;
            ranges.add(AggregationRange.of(it -> it.from(from).to(to)));
        }
        return ranges;
    }

    private static @Nullable Long whole(@Nullable Double bound) {
        return bound == null || bound.isInfinite() ? null : bound.longValue();
    }
}
