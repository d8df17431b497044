package com.ecom.order.history;

import com.ecom.core.jdbc.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that happened to an order, in order: for staff and operators, who may know who did it. */
@Repository
@RequiredArgsConstructor
public class Timeline {

    private final JdbcClient jdbc;

    /** Empty if there is no such order. */
    public List<SagaStep> of(UUID orderId) {
        return jdbc.sql("""
                select at, fact, state, actor, cause_id, trace_id from order_history where order_id = :id order by id
                """)
                .param("id", orderId.toString())
                .query((row, _) -> read(row))
                .list();
    }

    private static SagaStep read(ResultSet row) throws SQLException {
        return new SagaStep(
                Utc.instant(row, "at"),
                row.getString("fact"),
                row.getString("state"),
                row.getString("actor"),
                row.getString("cause_id"),
                row.getString("trace_id"));
    }

    /** @param causeId the message that caused it; absent where a person or the clock did */
    public record SagaStep(
            Instant at,
            String fact,
            String state,
            String actor,
            @Nullable String causeId,
            @Nullable String traceId) {}
}
