package com.ecom.load;

import java.util.ArrayList;
import java.util.List;

/** What more load than a shop can do must not make of it. */
final class OverloadGoals {

    private static final double LEAST_SHARE = 0.9;
    private static final int MOST_MILLIS = 5_000;
    private static final int MOST_RECOVERY = 10;

    private OverloadGoals() {}

    static List<String> missedBy(List<OverloadStep> steps) {
        var missed = new ArrayList<String>();
        var best = steps.stream().mapToDouble(OverloadStep::goodput).max().orElse(0);
        for (var it : steps) {
            var possible = Math.min(best, it.offeredPerSecond());
            expect(
                    missed,
                    it,
                    it.goodput() >= LEAST_SHARE * possible,
                    "%.1f CONFIRMED/s of %.1f that are possible".formatted(it.goodput(), possible));
            expect(
                    missed,
                    it,
                    it.confirm().p99() <= MOST_MILLIS,
                    "p99 %.0f ms from accepted to CONFIRMED"
                            .formatted(it.confirm().p99()));
            expect(missed, it, it.webhooksRefused() == 0, "%d webhooks refused".formatted(it.webhooksRefused()));
            expect(
                    missed,
                    it,
                    it.recovery() <= MOST_RECOVERY,
                    "%.1f s until all was well again".formatted(it.recovery()));
        }
        return missed;
    }

    private static void expect(List<String> missed, OverloadStep step, boolean isMet, String otherwise) {
        if (!isMet) {
            missed.add("at %.1f times the capacity: %s".formatted(step.times(), otherwise));
        }
    }
}
