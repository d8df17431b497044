package com.ecom.search.analytics;

import java.time.LocalDate;

/**
 * How often one query was asked on one day, and what came of it. The day is that of UTC.
 *
 * @param hits of all searches together
 * @param unanswered searches that found nothing
 * @param corrected searches for which only something similar was found
 * @param positions of all clicks together; the first product of the first page has 1
 * @param askers from how many networks, at least; up to three
 */
record QueryCounts(
        LocalDate day,
        String query,
        long searches,
        long hits,
        long unanswered,
        long corrected,
        long clicks,
        long positions,
        int askers) {

    static QueryCounts search(LocalDate day, String query, long hits, boolean isCorrected, int askers) {
        return new QueryCounts(day, query, 1, hits, hits == 0 ? 1 : 0, isCorrected ? 1 : 0, 0, 0, askers);
    }

    static QueryCounts click(LocalDate day, String query, int position) {
        return new QueryCounts(day, query, 0, 0, 0, 0, 1, position, 0);
    }

    String id() {
        return day + " " + query;
    }

    /** Instances do not know each other's networks: the one that has seen most is right. */
    QueryCounts plus(QueryCounts more) {
        return new QueryCounts(
                day,
                query,
                searches + more.searches,
                hits + more.hits,
                unanswered + more.unanswered,
                corrected + more.corrected,
                clicks + more.clicks,
                positions + more.positions,
                Math.max(askers, more.askers));
    }
}
