package com.ecom.search.finding;

import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.finding.Results.Found;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.rules.RulesInForce;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds products, as the rules of staff want it. A word that no product has is looked for as the most similar one that some have. */
@Component
@RequiredArgsConstructor
class SearchProducts {

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final RulesInForce rules;
    private final Clock clock;

    Results handle(ProductQuery wanted) {
        var choices = Choices.of(wanted);
        var guidance = rules.guidance(wanted.words());
        var shown = wanted.isByScore() ? Shown.in(wanted.cursor()) : new Shown(Set.of());
        var asked = ask(wanted, wanted.q(), GuidedQuery.of(wanted.q(), guidance), choices, shown);
        var better = (guidance.sameText().isEmpty() ? correctionIn(asked) : Optional.<String>empty())
                .map(it -> ask(wanted, it, GuidedQuery.of(it, guidance), choices, shown))
                .filter(Asked::hasFound);
        var exact = better.orElse(asked);
        var isExact = exact.hasFound() || !wanted.hasText();
        var found = isExact
                ? exact
                : ask(wanted, wanted.q(), GuidedQuery.ofAnyWord(wanted.words(), guidance), choices, shown);
        var page = wanted.isByScore() ? unseen(wanted, found, shown) : next(wanted, found.answer);
        return new Results(
                page.items(),
                found.total(),
                choices.in(found.answer.aggregations()),
                page.nextCursor(),
                better.map(Asked::text).orElse(null),
                (!isExact && found.hasFound()) ? true : null,
                guidance.redirect(),
                null);
    }

    private Asked ask(ProductQuery wanted, @Nullable String text, Query relevance, Choices choices, Shown shown) {
        var requests = new SearchRequests(settings, wanted, text, relevance);
        var answer = run(
                wanted.isByScore()
                        ? requests.best(choices, shown.count() + wanted.sizeOrDefault() + 1, shown.count() > 0)
                        : requests.pageOf(choices));
        return new Asked(text, requests, answer);
    }

    private static Optional<String> correctionIn(Asked asked) {
        return asked.text == null
                        || RelevanceQuery.isCalledByItsCode(asked.answer.hits().maxScore())
                ? Optional.empty()
                : Spelling.correctionOf(asked.text, asked.answer.suggest());
    }

    private Page next(ProductQuery wanted, SearchResponse<ProductEntry> answer) {
        var hits = answer.hits().hits();
        var page = hits.subList(0, Math.min(hits.size(), wanted.sizeOrDefault()));
        var next = hits.size() > page.size()
                ? Cursor.after(wanted.sorting(), page.getLast().sort())
                : null;
        return new Page(page.stream().map(this::found).toList(), next);
    }

    private Page unseen(ProductQuery wanted, Asked found, Shown shown) {
        var fresh = found.answer.hits().hits().stream()
                .filter(it -> !shown.contains(idOf(it)))
                .toList();
        var page = fresh.subList(0, Math.min(fresh.size(), wanted.sizeOrDefault()));
        var ids = page.stream().map(SearchProducts::idOf).toList();
        var next = fresh.size() > page.size() ? shown.cursorAfter(ids).orElse(null) : null;
        var items = shown.count() == 0 ? page.stream().map(this::found).toList() : read(found.requests, ids);
        return new Page(items, next);
    }

    /** In the order of the ids; what has gone meanwhile is left out. */
    private List<Found> read(SearchRequests requests, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Found> byId =
                run(requests.these(ids)).hits().hits().stream().collect(toMap(SearchProducts::idOf, this::found));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private SearchResponse<ProductEntry> run(SearchRequest request) {
        return elastic.search(it -> it.search(request, ProductEntry.class));
    }

    private static String idOf(Hit<?> hit) {
        return Objects.requireNonNull(hit.id());
    }

    private Found found(Hit<ProductEntry> hit) {
        var highlights = hit.highlight().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> String.join(" … ", it.getValue())));
        var product = Objects.requireNonNull(hit.source());
        return Found.of(product, highlights.isEmpty() ? null : highlights, clock.instant());
    }

    private record Asked(@Nullable String text, SearchRequests requests, SearchResponse<ProductEntry> answer) {

        long total() {
            return Objects.requireNonNull(answer.hits().total()).value();
        }

        /** Whatever was chosen in the facets: who chose what is not there wants to see that. */
        boolean hasFound() {
            return !answer.hits().hits().isEmpty()
                    || answer.aggregations().values().stream()
                            .anyMatch(it -> it.filter().docCount() > 0);
        }
    }

    private record Page(List<Found> items, @Nullable String nextCursor) {}
}
