package com.ecom.order.sagas;

import com.ecom.core.jdbc.Utc;
import com.ecom.order.model.Participant;
import com.ecom.order.persistence.StateColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases as an operator sees them: what is under way, and who owes the next answer. */
@Repository
@RequiredArgsConstructor
class Sagas {

    private static final String COLUMNS = """
            select id, state, cancel_reason, stock_back, money_back, action_url, reminders, deadline, created_at, updated_at,
                   greatest(0, timestampdiff(second, deadline, now(3))) as overdue
            from orders
            """;

    private final JdbcClient jdbc;

    /** Whatever waits for an answer has a deadline, and little else has one: hence the index. */
    List<Saga> list(Standing standing, @Nullable String state, String after, int limit) {
        return jdbc.sql(COLUMNS + """
                force index (ix_deadline)
                where deadline is not null and id > :after
                  and (:state is null or state = :state)
                  and (:standing <> 'OVERDUE' or deadline < now(3))
                  and (:standing <> 'STUCK' or reminders >= :stuck)
                order by id limit :limit
                """)
                .param("after", after)
                .param("state", state)
                .param("standing", standing.name())
                .param("stuck", WatchOverdueOrders.STUCK_AFTER)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Saga> find(UUID orderId) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", orderId.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    private static Saga read(ResultSet row) throws SQLException {
        var deadline = Utc.instantOrNull(row, "deadline");
        return new Saga(
                UUID.fromString(row.getString("id")),
                row.getString("state"),
                row.getString("cancel_reason"),
                StateColumns.read(row).toState().owedBy(deadline != null).stream()
                        .map(Participant::published)
                        .toList(),
                row.getInt("reminders"),
                deadline,
                row.getLong("overdue"),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
    }

    enum Standing {
        UNDER_WAY,
        OVERDUE,
        /** Reminded so often that it needs a person. */
        STUCK
    }

    /**
     * @param outstanding who owes the next answer
     * @param reminders how often they were asked again
     */
    record Saga(
            UUID orderId,
            String state,
            @Nullable String cancelReason,
            List<String> outstanding,
            int reminders,
            @Nullable Instant deadline,
            long overdueSeconds,
            Instant createdAt,
            Instant updatedAt) {}
}
