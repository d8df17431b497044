package com.ecom.search.finding;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.rules.OwnRules;
import java.time.Clock;

/** The search of a shop that a test has to itself. */
public final class OwnSearch {

    private final SearchProducts searchProducts;

    public OwnSearch(ElasticsearchCalls elastic, SearchSettings settings) {
        this.searchProducts =
                new SearchProducts(elastic, settings, OwnRules.none(elastic, settings), Clock.systemUTC());
    }

    public long total(String text) {
        return searchProducts.handle(Ranking.queryFor(text, 20)).total();
    }
}
