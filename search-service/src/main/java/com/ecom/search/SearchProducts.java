package com.ecom.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.ecom.search.SearchController.Facet;
import com.ecom.search.SearchController.Facets;
import com.ecom.search.SearchController.Found;
import com.ecom.search.SearchController.Results;
import com.ecom.search.model.ProductEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products. Each facet counts as if nothing had been chosen in it, so that one can choose otherwise. */
@Component
class SearchProducts {

    private static final int VALUES = 30;
    private static final List<String> UNSEEN = List.of("description", "details", "codes", "stock");

    private final Elastic elastic;
    private final SearchSettings settings;

    SearchProducts(Elastic elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    Results handle(Wish wish) {
        var request = requestFor(wish);
        var answer = elastic.ask(it -> it.search(request, ProductEntry.class));
        var hits = answer.hits().hits();
        var page = hits.subList(0, Math.min(hits.size(), wish.sizeOrDefault()));
        var total = Objects.requireNonNull(answer.hits().total()).value();
        var next = hits.size() > page.size()
                ? Cursor.after(wish.sorting(), page.getLast().sort())
                : null;
        return new Results(page.stream().map(SearchProducts::found).toList(), total, facetsIn(answer), next);
    }

    private SearchRequest requestFor(Wish wish) {
        var chosenBrand = chosen("brand", wish.brand());
        var chosenCategory = chosen("category", wish.category());
        var position = Cursor.positionOf(wish.cursor(), wish.sorting());
        return SearchRequest.of(it -> {
            it.index(settings.products())
                    .query(query ->
                            query.bool(both -> both.must(Relevance.of(wish.q())).filter(limitsOf(wish))))
                    .postFilter(filter ->
                            filter.bool(both -> both.filter(chosenBrand).filter(chosenCategory)))
                    .aggregations("brand", facet("brand", chosenCategory))
                    .aggregations("category", facet("category", chosenBrand))
                    .trackTotalHits(hits -> hits.enabled(true))
                    .trackScores(true)
                    .sort(wish.sorting().options())
                    .source(source -> source.filter(fields -> fields.excludes(UNSEEN)))
                    .size(wish.sizeOrDefault() + 1);
            return position.isEmpty() ? it : it.searchAfter(position);
        });
    }

    private static List<Query> limitsOf(Wish wish) {
        var limits = new ArrayList<Query>();
        limits.add(term("active", true));
        if (wish.inStock() != null) {
            limits.add(term("inStock", wish.inStock()));
        }
        if (wish.minPrice() != null || wish.maxPrice() != null) {
            limits.add(Query.of(it -> it.range(range -> range.number(price -> price.field("price.amount")
                    .gte(wish.minPrice() == null ? null : wish.minPrice().doubleValue())
                    .lte(wish.maxPrice() == null ? null : wish.maxPrice().doubleValue())))));
        }
        return limits;
    }

    private static List<Query> chosen(String field, @Nullable String value) {
        return value == null
                ? List.of()
                : List.of(Query.of(it -> it.term(term -> term.field(field).value(value))));
    }

    private static Query term(String field, boolean value) {
        return Query.of(it -> it.term(term -> term.field(field).value(value)));
    }

    private static Aggregation facet(String field, List<Query> chosenElsewhere) {
        var values = Aggregation.of(it -> it.terms(terms -> terms.field(field).size(VALUES)));
        return Aggregation.of(it -> it.filter(filter -> filter.bool(both -> both.filter(chosenElsewhere)))
                .aggregations("values", values));
    }

    private static Facets facetsIn(SearchResponse<?> answer) {
        return new Facets(valuesOf(answer.aggregations(), "brand"), valuesOf(answer.aggregations(), "category"));
    }

    private static List<Facet> valuesOf(Map<String, Aggregate> facets, String name) {
        var facet = Objects.requireNonNull(facets.get(name)).filter().aggregations();
        return Objects.requireNonNull(facet.get("values")).sterms().buckets().array().stream()
                .map(it -> new Facet(it.key().stringValue(), it.docCount()))
                .toList();
    }

    private static Found found(Hit<ProductEntry> hit) {
        return Found.of(Objects.requireNonNull(hit.source()));
    }
}
