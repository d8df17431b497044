package com.ecom.search.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When shoppers see a product: from an instant on, until shortly before another; either may be absent. */
public record Publication(@Nullable Instant from, @Nullable Instant until) {

    /** Of most products, which have no time set. */
    public static final Publication UNSET = new Publication(null, null);

    boolean isOpenAt(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    Optional<Instant> nextEdgeAfter(Instant time) {
        return Stream.of(Optional.ofNullable(from), Optional.ofNullable(until))
                .flatMap(Optional::stream)
                .filter(it -> it.isAfter(time))
                .findFirst();
    }
}
