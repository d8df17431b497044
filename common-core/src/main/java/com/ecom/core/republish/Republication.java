package com.ecom.core.republish;

import com.ecom.core.republish.CurrentStates.Published;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that everything is published again.
 *
 * @param total how many things there were when it was asked for
 * @param published how many of them have been published so far
 * @param position the key of the last one
 * @param finishedAt absent while it is under way
 */
public record Republication(
        UUID id,
        UUID startedBy,
        Instant startedAt,
        String reason,
        long total,
        long published,
        String position,
        @Nullable Instant finishedAt) {

    static Republication of(UUID id, UUID startedBy, Instant startedAt, String reason, long total) {
        return new Republication(id, startedBy, startedAt, reason, total, 0, "", null);
    }

    /** After one more batch; a batch that is not full was the last. */
    Republication after(Published batch, int size, Instant now) {
        return new Republication(
                id,
                startedBy,
                startedAt,
                reason,
                total,
                published + batch.count(),
                batch.count() == 0 ? position : batch.position(),
                batch.count() < size ? now : null);
    }
}
