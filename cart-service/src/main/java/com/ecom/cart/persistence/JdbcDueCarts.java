package com.ecom.cart.persistence;

import com.ecom.cart.model.DueCarts;
import com.ecom.core.jdbc.Utc;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Time is that of the database, for all instances. */
@Repository
@RequiredArgsConstructor
class JdbcDueCarts implements DueCarts {

    private final JdbcClient jdbc;
    private final CartDocument document;

    @Override
    public List<DueCart> lock(NextEvent event, Duration untouched, int limit) {
        return jdbc.sql("""
                select owner, content, updated_at from cart
                where next_event = :event and updated_at <= now(3) - interval :micros microsecond
                order by updated_at limit :limit for update skip locked
                """)
                .param("event", event.name())
                .param("micros", untouched.toNanos() / 1_000)
                .param("limit", limit)
                .query((row, _) -> new DueCart(
                        UUID.fromString(row.getString("owner")),
                        document.read(row.getString("content")),
                        Utc.instant(row, "updated_at")))
                .list();
    }

    @Override
    public void expect(UUID owner, @Nullable NextEvent next) {
        jdbc.sql("update cart set next_event = :next, updated_at = updated_at where owner = :owner")
                .param("owner", owner.toString())
                .param("next", next == null ? null : next.name())
                .update();
    }
}
