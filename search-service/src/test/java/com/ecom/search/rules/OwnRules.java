package com.ecom.search.rules;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import java.time.Clock;

/** The rules of a shop that a test has to itself. */
public final class OwnRules {

    private OwnRules() {}

    public static RulesInForce none(ElasticsearchCalls elastic, SearchSettings settings) {
        return new RulesInForce(new Rules(elastic, settings), Clock.systemUTC());
    }
}
