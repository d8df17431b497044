package com.ecom.search.analytics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one query.
 *
 * @param averageHits products that were found, without facets
 * @param unanswered searches that found nothing
 * @param corrected searches for which only something similar was found, a word instead or some of the words
 * @param clickThroughRate clicks for each search; one search may lead to several
 * @param averagePosition of what was clicked; the first of the first page is 1
 */
record QueryFigures(
        String query,
        long searches,
        double averageHits,
        long unanswered,
        long corrected,
        long clicks,
        double clickThroughRate,
        @Nullable Double averagePosition) {

    /** @param sums of the days, by their names; a day has at least one search */
    static QueryFigures of(String query, Map<String, Long> sums) {
        long searches = sums.getOrDefault("searches", 0L);
        long clicks = sums.getOrDefault("clicks", 0L);
        return new QueryFigures(
                query,
                searches,
                ratio(sums.getOrDefault("hits", 0L), searches),
                sums.getOrDefault("unanswered", 0L),
                sums.getOrDefault("corrected", 0L),
                clicks,
                ratio(clicks, searches),
                clicks == 0 ? null : ratio(sums.getOrDefault("positions", 0L), clicks));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
