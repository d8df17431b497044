package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.search.model.Guidance;
import com.ecom.search.model.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The relevance of a text, said in every way in which it may be said, and corrected by the rules of staff. */
final class GuidedQuery {

    /** Above every code that is called by its name; steps are above those, so that pins keep their order. */
    private static final float PINNED = 1_000_000;

    private static final float STEP = 50_000;
    private static final double BOOSTED = 3;
    private static final double BURIED = 0.1;

    private GuidedQuery() {}

    static Query of(@Nullable String text, Guidance guidance) {
        if (text == null || text.isBlank()) {
            return RelevanceQuery.of(text);
        }
        return guided(said(text, guidance), guidance);
    }

    static Query ofAnyWord(String text, Guidance guidance) {
        return guided(RelevanceQuery.ofAnyWord(text), guidance);
    }

    private static Query said(String text, Guidance guidance) {
        var same = Stream.concat(guidance.sameText().stream(), Quantity.otherSpellingsIn(text).stream())
                .distinct()
                .filter(it -> !it.equals(text))
                .map(RelevanceQuery::of)
                .toList();
        if (same.isEmpty()) {
            return RelevanceQuery.of(text);
        }
        var all =
                Stream.concat(Stream.of(RelevanceQuery.of(text)), same.stream()).toList();
        return Query.of(it -> it.disMax(best -> best.queries(all)));
    }

    private static Query guided(Query matching, Guidance guidance) {
        var query = matching;
        if (!guidance.boosted().isEmpty()) {
            var before = query;
            query = Query.of(it -> it.functionScore(score -> score.query(before)
                    .functions(up -> up.filter(these(guidance.boosted(), 1)).weight(BOOSTED))
                    .boostMode(FunctionBoostMode.Multiply)));
        }
        if (!guidance.buried().isEmpty()) {
            var before = query;
            query = Query.of(it -> it.boosting(down ->
                    down.positive(before).negative(these(guidance.buried(), 1)).negativeBoost(BURIED)));
        }
        return guidance.pinned().isEmpty() ? query : pinned(query, guidance.pinned());
    }

    private static Query pinned(Query matching, List<String> first) {
        return Query.of(it -> it.bool(any -> {
            any.should(matching).minimumShouldMatch("1");
            for (int i = 0; i < first.size(); i++) {
                any.should(these(List.of(first.get(i)), PINNED + STEP * (first.size() - i)));
            }
            return any;
        }));
    }

    private static Query these(List<String> ids, float boost) {
        return Query.of(it -> it.constantScore(score ->
                score.filter(only -> only.ids(which -> which.values(ids))).boost(boost)));
    }
}
