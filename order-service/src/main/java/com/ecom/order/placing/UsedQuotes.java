package com.ecom.order.placing;

import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.quoting.Quote;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which quotes orders were placed by. What makes it once is the unique key of the order's row. */
@Repository
class UsedQuotes {

    private final JdbcClient jdbc;

    UsedQuotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws QuoteUsed if an order was placed by it */
    void refuse(Quote quote) {
        orderBy(quote).ifPresent(it -> {
            throw new QuoteUsed(it);
        });
    }

    Optional<UUID> orderBy(Quote quote) {
        return jdbc.sql("select id from orders where quote_id = :quote")
                .param("quote", quote.id().toString())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }
}
