package com.ecom.order.placing;

import com.ecom.core.jdbc.Utc;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.QuoteRefusal.QuoteExpired;
import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.quoting.Quote;
import com.ecom.order.uses.Use;
import com.ecom.order.uses.UseCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which quotes orders were placed by, and what they use up. What makes it once is the unique key of the order's row; what keeps
 * a limit is the counter's own condition.
 */
@Repository
@RequiredArgsConstructor
class UsedQuotes {

    private final JdbcClient jdbc;
    private final UseCounts counts;

    /**
     * Before any lock, and by the clock of the database: prices and quotes end in all instances at the same moment.
     *
     * @throws QuoteUsed if an order was placed by it
     * @throws QuoteExpired if it is promised no more
     */
    void requireHolding(Quote quote) {
        var now = jdbc.sql("select now(3) as at, (select id from orders where quote_id = :quote) as placed")
                .param("quote", quote.id().toString())
                .query((row, _) -> new Standing(Utc.instant(row, "at"), row.getString("placed")))
                .single();
        if (now.order != null) {
            throw new QuoteUsed(UUID.fromString(now.order));
        }
        if (!now.at.isBefore(quote.expiresAt())) {
            throw new QuoteExpired();
        }
    }

    /**
     * Before any lock.
     *
     * @throws com.ecom.order.model.QuoteRefusal.PromotionUsedUp if it is known already that nothing is left
     */
    void requireUsesLeft(Quote quote) {
        if (!quote.uses().isEmpty()) {
            counts.open(quote.uses());
        }
    }

    void reserve(Map<OrderId, List<Use>> uses) {
        counts.reserve(uses);
    }

    Optional<UUID> orderBy(Quote quote) {
        return jdbc.sql("select id from orders where quote_id = :quote")
                .param("quote", quote.id().toString())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    /** @param order that was placed by it, if one was */
    private record Standing(Instant at, @Nullable String order) {}
}
