package com.ecom.order.placing;

import com.ecom.order.model.OrderId;
import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.quoting.Quote;
import com.ecom.order.uses.Use;
import com.ecom.order.uses.UseCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
     * Before any lock.
     *
     * @throws QuoteUsed if an order was placed by it
     */
    void requireUnused(Quote quote) {
        orderBy(quote).ifPresent(it -> {
            throw new QuoteUsed(it);
        });
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
}
