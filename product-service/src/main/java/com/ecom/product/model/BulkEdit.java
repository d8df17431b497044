package com.ecom.product.model;

import com.ecom.product.model.ProductList.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of many products that was asked for as one, and how far it has come, in the order of their ids.
 *
 * @param requestHash by which a repetition is known
 * @param total how many there were when it was asked for
 * @param position the last id that it came to
 * @param failures the first of them
 * @param finishedAt absent while it goes on
 */
public record BulkEdit(
        String id,
        String startedBy,
        Instant startedAt,
        String reason,
        String requestHash,
        Wanted wanted,
        Patch patch,
        long total,
        Tally tally,
        String position,
        List<Failure> failures,
        @Nullable Instant finishedAt) {

    private static final int FAILURES_TOLD = 100;

    /** @param end when there was nothing more; absent if there may be */
    public BulkEdit after(Step step, @Nullable Instant end) {
        var all = Stream.concat(failures.stream(), step.failures.stream())
                .limit(FAILURES_TOLD)
                .toList();
        var sum = new Tally(
                tally.changed + step.changed, tally.unchanged + step.unchanged, tally.failed + step.failures.size());
        return new BulkEdit(
                id, startedBy, startedAt, reason, requestHash, wanted, patch, total, sum, step.position, all, end);
    }

    /** What has become of products; those of a step that was interrupted count as unchanged when it is repeated. */
    public record Tally(long changed, long unchanged, long failed) {

        public static final Tally NOTHING = new Tally(0, 0, 0);
    }

    public record Failure(String productId, String reason) {}

    public record Step(int changed, int unchanged, List<Failure> failures, String position) {}
}
