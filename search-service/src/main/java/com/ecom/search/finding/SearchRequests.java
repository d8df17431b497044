package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import co.elastic.clients.util.NamedValue;
import com.ecom.search.elastic.SearchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch is asked for a search. */
final class SearchRequests {

    private static final List<String> UNSEEN =
            List.of("description", "details", "codes", "identifiers", "facetValues", "kind", "head");

    private static final int FRAGMENT = 160;

    private final SearchSettings settings;
    private final ProductQuery wanted;
    private final Query matching;
    private final @Nullable String text;

    /**
     * @param text what is looked for in the end, whatever was asked
     * @param relevance by what it is looked for
     */
    SearchRequests(SearchSettings settings, ProductQuery wanted, @Nullable String text, Query relevance) {
        this.settings = settings;
        this.wanted = wanted;
        this.text = text;
        this.matching =
                Query.of(query -> query.bool(both -> both.must(relevance).filter(limits())));
    }

    /** A page behind a position, with everything that is counted. */
    SearchRequest pageOf(Choices choices) {
        var position = Cursor.positionOf(wanted.cursor(), wanted.sorting());
        return SearchRequest.of(it -> {
            counting(it, choices, wanted.sizeOrDefault() + 1);
            shown(it);
            return position.isEmpty() ? it : it.searchAfter(position);
        });
    }

    /** The first so many, or only their ids. */
    SearchRequest best(Choices choices, int count, boolean onlyIds) {
        return SearchRequest.of(it -> {
            counting(it, choices, count);
            return onlyIds ? it.source(SourceConfig.of(source -> source.fetch(false))) : shown(it);
        });
    }

    SearchRequest these(List<String> ids) {
        return SearchRequest.of(it -> shown(it.index(settings.products())
                .query(query ->
                        query.bool(both -> both.must(matching).filter(only -> only.ids(these -> these.values(ids)))))
                .size(ids.size())));
    }

    private void counting(SearchRequest.Builder request, Choices choices, int size) {
        request.index(settings.products())
                .query(matching)
                .postFilter(choices.all())
                .aggregations(choices.counts())
                .trackTotalHits(hits -> hits.enabled(true))
                .trackScores(true)
                .sort(wanted.sorting().options())
                .size(size);
        if (text != null && !text.isBlank()) {
            request.suggest(Spelling.of(text));
        }
    }

    private SearchRequest.Builder shown(SearchRequest.Builder request) {
        request.source(source -> source.filter(fields -> fields.excludes(UNSEEN)));
        if (Boolean.TRUE.equals(wanted.highlight()) && wanted.hasText()) {
            request.highlight(highlight());
        }
        return request;
    }

    private List<Query> limits() {
        var limits = new ArrayList<Query>();
        limits.add(Query.of(it -> it.term(term -> term.field("active").value(true))));
        if (wanted.comparesPrices()) {
            var currency = Objects.requireNonNullElse(wanted.currency(), settings.currency());
            limits.add(
                    Query.of(it -> it.term(term -> term.field("price.currency").value(currency))));
        }
        return limits;
    }

    private static Highlight highlight() {
        return Highlight.of(it -> it.encoder(HighlighterEncoder.Html)
                .fields(
                        NamedValue.of("name", HighlightField.of(field -> field.numberOfFragments(0))),
                        NamedValue.of(
                                "description",
                                HighlightField.of(
                                        field -> field.numberOfFragments(1).fragmentSize(FRAGMENT)))));
    }
}
