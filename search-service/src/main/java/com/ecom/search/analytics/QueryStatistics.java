package com.ecom.search.analytics;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.NamedValue;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.SearchSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/** What the counts of many days say. Days on which fewer than three networks asked a query say nothing of it. */
@Repository
class QueryStatistics {

    private static final List<String> SUMS =
            List.of("searches", "hits", "unanswered", "corrected", "clicks", "positions");

    private final ElasticsearchCalls elastic;
    private final String index;

    QueryStatistics(ElasticsearchCalls elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.index = settings.queries();
    }

    /**
     * @param sum by which the queries are sorted, largest first
     * @return at most so many; exact, as the index has one shard
     */
    List<QueryFigures> between(LocalDate from, LocalDate to, String sum, int most) {
        return largest(List.of(days(from, to)), sum, most);
    }

    /** What was asked most since then, on days on which it always found something as it was typed. */
    List<String> answeredSince(LocalDate from, int most) {
        var answered = List.of(days(from, LocalDate.MAX), isZero("unanswered"), isZero("corrected"));
        return largest(answered, "searches", most).stream()
                .map(QueryFigures::query)
                .toList();
    }

    /** @return how many days of queries were forgotten */
    int forgetBefore(LocalDate day, int most) {
        var old = Query.of(it ->
                it.range(range -> range.date(date -> date.field("day").lt(day.toString()))));
        var found = elastic.call(it -> it.search(
                        search -> search.index(index)
                                .query(old)
                                .source(source -> source.fetch(false))
                                .size(most),
                        Void.class))
                .hits()
                .hits();
        if (!found.isEmpty()) {
            var deletions = found.stream()
                    .map(hit -> BulkOperation.of(it -> it.delete(op -> op.id(hit.id()))))
                    .toList();
            elastic.call(it ->
                    it.bulk(bulk -> bulk.index(index).operations(deletions).refresh(Refresh.True)));
        }
        return found.size();
    }

    private List<QueryFigures> largest(List<Query> which, String sum, int most) {
        var known = Query.of(it ->
                it.range(range -> range.number(number -> number.field("askers").gte((double) DailyMarks.ENOUGH))));
        Map<String, Aggregation> sums = SUMS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> Aggregation.of(it -> it.sum(of -> of.field(name)))));
        var byQuery = Aggregation.of(it -> it.terms(terms -> terms.field("query")
                        .size(most)
                        .order(NamedValue.of(sum, SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc)))
                .aggregations(sums));
        var answer = elastic.call(it -> it.search(
                search -> search.index(index)
                        .query(query -> query.bool(all -> all.filter(
                                Stream.concat(Stream.of(known), which.stream()).toList())))
                        .aggregations("queries", byQuery)
                        .size(0),
                Void.class));
        return Objects.requireNonNull(answer.aggregations().get("queries")).sterms().buckets().array().stream()
                .map(QueryStatistics::figures)
                .toList();
    }

    private static QueryFigures figures(StringTermsBucket bucket) {
        var sums = SUMS.stream().collect(Collectors.toMap(Function.identity(), it -> sumOf(bucket, it)));
        return QueryFigures.of(bucket.key().stringValue(), sums);
    }

    private static long sumOf(StringTermsBucket bucket, String name) {
        var sum = Objects.requireNonNull(bucket.aggregations().get(name)).sum().value();
        return sum == null ? 0 : Math.round(sum);
    }

    private static Query days(LocalDate from, LocalDate to) {
        return Query.of(it -> it.range(range -> range.date(date -> {
            date.field("day").gte(from.toString());
            return to.equals(LocalDate.MAX) ? date : date.lte(to.toString());
        })));
    }

    private static Query isZero(String field) {
        return Query.of(it -> it.term(term -> term.field(field).value(0)));
    }
}
