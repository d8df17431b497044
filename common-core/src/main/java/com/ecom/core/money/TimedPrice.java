package com.ecom.core.money;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price that may be reduced for a while. Whoever reads it decides by the time which one holds, so nothing has to happen for a sale to begin. */
public record TimedPrice(Money list, @Nullable Sale sale) {

    /** The lower of the list price and, while it lasts, that of the sale. */
    public Money at(Instant time) {
        return sale != null && isReducedAt(time) ? new Money(sale.amount(), list.currency()) : list;
    }

    public boolean isReducedAt(Instant time) {
        return sale != null && sale.lastsAt(time) && sale.amount() < list.amount();
    }

    /** The list price while it is reduced, to be shown beside what it costs. */
    public Optional<Money> listWhileReducedAt(Instant time) {
        return isReducedAt(time) ? Optional.of(list) : Optional.empty();
    }

    /** When its sale begins or ends next. */
    public Optional<Instant> nextEdgeAfter(Instant time) {
        return Stream.ofNullable(sale)
                .flatMap(it -> Stream.of(it.from(), it.until()))
                .filter(it -> it.isAfter(time))
                .findFirst();
    }
}
