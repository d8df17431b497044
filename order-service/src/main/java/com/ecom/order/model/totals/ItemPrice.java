package com.ecom.order.model.totals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one unit costs, depending on when and on how many are bought: the lowest of the list price, the sale price while the
 * sale lasts, and the tiers that the quantity reaches.
 */
public record ItemPrice(long list, @Nullable Sale sale, List<Tier> tiers) {

    public ItemPrice {
        tiers = List.copyOf(tiers);
    }

    public long at(Instant time, int quantity) {
        var tiered = tiers.stream().filter(it -> it.fromQuantity() <= quantity).mapToLong(Tier::amount);
        var reduced = sale != null && sale.lastsAt(time) ? LongStream.of(sale.amount()) : LongStream.empty();
        return LongStream.concat(LongStream.of(list), LongStream.concat(reduced, tiered))
                .min()
                .orElseThrow();
    }

    /** Whether a sale makes it cheaper than the list price then. */
    public boolean isReducedAt(Instant time) {
        return sale != null && sale.lastsAt(time) && sale.amount() < list;
    }

    /** When a sale of it begins or ends next. */
    public Optional<Instant> nextEdgeAfter(Instant time) {
        return Stream.ofNullable(sale)
                .flatMap(it -> Stream.of(it.from(), it.until()))
                .filter(it -> it.isAfter(time))
                .findFirst();
    }

    /** From an instant on, until shortly before another. */
    public record Sale(long amount, Instant from, Instant until) {
        boolean lastsAt(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    public record Tier(int fromQuantity, long amount) {}
}
