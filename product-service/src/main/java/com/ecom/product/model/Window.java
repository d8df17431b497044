package com.ecom.product.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an instant on, until shortly before another; without one of them, always before or for ever after. */
public record Window(@Nullable Instant from, @Nullable Instant until) {

    public static final Window ALWAYS = new Window(null, null);

    public boolean isOpenAt(Instant time) {
        return !isStillToOpenAt(time) && !isOverAt(time);
    }

    public boolean isStillToOpenAt(Instant time) {
        return from != null && time.isBefore(from);
    }

    public boolean isOverAt(Instant time) {
        return until != null && !time.isBefore(until);
    }

    /** When it opens or closes next. */
    public Optional<Instant> nextEdgeAfter(Instant time) {
        return Stream.of(Optional.ofNullable(from), Optional.ofNullable(until))
                .flatMap(Optional::stream)
                .filter(it -> it.isAfter(time))
                .findFirst();
    }

    /** The part of a time in which it is open, if there is any. */
    Optional<Window> within(Instant begin, @Nullable Instant end) {
        var opens = isStillToOpenAt(begin) ? from : begin;
        var closes = until != null && (end == null || until.isBefore(end)) ? until : end;
        return closes != null && opens != null && !opens.isBefore(closes)
                ? Optional.empty()
                : Optional.of(new Window(opens, closes));
    }
}
