package com.ecom.product.cataloguing;

import com.ecom.product.model.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when shoppers are to see a product, as people and imports say it. Who says nothing publishes it at once.
 *
 * @param active the older way to say it: {@code false} is a draft
 */
record Publishing(
        @Nullable Boolean active,
        @Nullable Wanted state,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** What can be asked for; which state a product has says the time. */
    enum Wanted {
        DRAFT,
        /** As PUBLISHED, by somebody who makes sure that there is a time from which on. */
        SCHEDULED,
        PUBLISHED
    }

    boolean isOfOneMind() {
        return active == null || state == null || active == (state != Wanted.DRAFT);
    }

    boolean hasItsTime() {
        return state != Wanted.SCHEDULED || from != null;
    }

    boolean isOfSomeLength() {
        return isReasonable(from)
                && isReasonable(until)
                && (from == null || until == null || rounded(from).isBefore(rounded(until)));
    }

    /** Whether it is more than a draft. */
    boolean isReady() {
        return state == null ? active == null || active : state != Wanted.DRAFT;
    }

    Window window() {
        return new Window(from == null ? null : rounded(from), until == null ? null : rounded(until));
    }

    private static boolean isReasonable(@Nullable Instant time) {
        return time == null || (!time.isBefore(EARLIEST) && time.isBefore(LATEST));
    }

    private static Instant rounded(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
