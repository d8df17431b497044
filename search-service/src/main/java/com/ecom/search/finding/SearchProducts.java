package com.ecom.search.finding;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.ecom.core.money.Money;
import com.ecom.search.model.ProductEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products. Each facet counts as if nothing had been chosen in it, so that one can choose otherwise. */
@Component
class SearchProducts {

    private static final List<String> UNSEEN = List.of("description", "details", "codes", "stock");

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;

    SearchProducts(ElasticsearchCalls elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    Results handle(ProductQuery wanted) {
        var brand = new FacetQuery("brand", wanted.brand());
        var category = new FacetQuery("category", wanted.category());
        var request = requestFor(wanted, brand, category);
        var answer = elastic.search(it -> it.search(request, ProductEntry.class));
        var hits = answer.hits().hits();
        var page = hits.subList(0, Math.min(hits.size(), wanted.sizeOrDefault()));
        var total = Objects.requireNonNull(answer.hits().total()).value();
        var next = hits.size() > page.size()
                ? Cursor.after(wanted.sorting(), page.getLast().sort())
                : null;
        return new Results(
                page.stream().map(SearchProducts::found).toList(), total, facetsIn(answer, brand, category), next);
    }

    private SearchRequest requestFor(ProductQuery wanted, FacetQuery brand, FacetQuery category) {
        var position = Cursor.positionOf(wanted.cursor(), wanted.sorting());
        return SearchRequest.of(it -> {
            it.index(settings.products())
                    .query(query -> query.bool(
                            both -> both.must(RelevanceQuery.of(wanted.q())).filter(limitsOf(wanted))))
                    .postFilter(filter ->
                            filter.bool(both -> both.filter(brand.choice()).filter(category.choice())))
                    .aggregations(brand.field(), brand.counting(category.choice()))
                    .aggregations(category.field(), category.counting(brand.choice()))
                    .trackTotalHits(hits -> hits.enabled(true))
                    .trackScores(true)
                    .sort(wanted.sorting().options())
                    .source(source -> source.filter(fields -> fields.excludes(UNSEEN)))
                    .size(wanted.sizeOrDefault() + 1);
            return position.isEmpty() ? it : it.searchAfter(position);
        });
    }

    private List<Query> limitsOf(ProductQuery wanted) {
        var limits = new ArrayList<Query>();
        limits.add(term("active", true));
        if (wanted.inStock() != null) {
            limits.add(term("inStock", wanted.inStock()));
        }
        if (wanted.comparesPrices()) {
            var currency = Objects.requireNonNullElse(wanted.currency(), settings.currency());
            limits.add(
                    Query.of(it -> it.term(term -> term.field("price.currency").value(currency))));
        }
        if (wanted.minPrice() != null || wanted.maxPrice() != null) {
            // As they are, because not every one of them is a floating-point number.
            limits.add(Query.of(it -> it.range(range -> range.untyped(price -> price.field("price.amount")
                    .gte(wanted.minPrice() == null ? null : JsonData.of(wanted.minPrice()))
                    .lte(wanted.maxPrice() == null ? null : JsonData.of(wanted.maxPrice()))))));
        }
        return limits;
    }

    private static Query term(String field, boolean value) {
        return Query.of(it -> it.term(term -> term.field(field).value(value)));
    }

    private static Facets facetsIn(SearchResponse<?> answer, FacetQuery brand, FacetQuery category) {
        var counted = answer.aggregations();
        return new Facets(
                brand.valuesIn(counted),
                category.valuesIn(counted),
                Stream.of(brand, category)
                        .filter(it -> it.hasMoreIn(counted))
                        .map(FacetQuery::field)
                        .toList());
    }

    private static Found found(Hit<ProductEntry> hit) {
        return Found.of(Objects.requireNonNull(hit.source()));
    }

    record Results(
            List<Found> items,
            long total,
            Facets facets,
            @Nullable String nextCursor) {}

    record Found(
            String productId,
            String slug,
            String name,
            @Nullable String brand,
            @Nullable String category,
            Money price,
            @Nullable String imageUrl,
            boolean inStock,
            @Nullable Stars rating) {

        static Found of(ProductEntry it) {
            return new Found(
                    it.productId(),
                    Objects.requireNonNull(it.slug()),
                    Objects.requireNonNull(it.name()),
                    it.brand(),
                    it.category(),
                    Objects.requireNonNull(it.price()),
                    it.imageUrl(),
                    it.inStock(),
                    it.rating() == null
                            ? null
                            : new Stars(it.rating().average(), it.rating().count()));
        }
    }

    record Stars(double average, long count) {}

    /** @param incomplete which of them have more values than are shown */
    record Facets(List<Facet> brand, List<Facet> category, List<String> incomplete) {}

    record Facet(String value, long count) {}
}
