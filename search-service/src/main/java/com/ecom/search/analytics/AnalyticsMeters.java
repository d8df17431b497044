package com.ecom.search.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Figures of the searches that people ask for; the queries themselves are in none. */
class AnalyticsMeters {

    private final Counter found;
    private final Counter corrected;
    private final Counter nothing;
    private final Counter clicks;
    private final Counter lost;

    AnalyticsMeters(MeterRegistry meters) {
        this.found = searches(meters, "found");
        this.corrected = searches(meters, "corrected");
        this.nothing = searches(meters, "nothing");
        this.clicks = Counter.builder("ecom.search.clicks")
                .description("Clicks on what was found, each network's once a day for the same query and product")
                .register(meters);
        this.lost = Counter.builder("ecom.search.counts.lost")
                .description("Searches and clicks that the analytics lack: too many at once, or not written")
                .register(meters);
    }

    void searched(long hits, boolean isCorrected) {
        if (hits == 0) {
            nothing.increment();
        } else {
            (isCorrected ? corrected : found).increment();
        }
    }

    void clicked() {
        clicks.increment();
    }

    void lost(long counts) {
        lost.increment((double) counts);
    }

    private static Counter searches(MeterRegistry meters, String outcome) {
        return Counter.builder("ecom.search.queries")
                .description("Searches by words that shoppers began, by what came of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
