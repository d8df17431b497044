package com.ecom.core.republish;

import com.ecom.core.jdbc.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Progress commits with the events of each step. */
class JdbcRepublications implements Republications {

    private static final String ALL =
            "select id, started_by, started_at, reason, total, published, position, finished_at from republication ";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    JdbcRepublications(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void add(Republication it) {
        jdbc.sql("""
                insert ignore into republication (id, started_by, started_at, reason, total)
                values (:id, :startedBy, :startedAt, :reason, :total)
                """)
                .param("id", it.id().toString())
                .param("startedBy", it.startedBy().toString())
                .param("startedAt", Utc.column(it.startedAt()))
                .param("reason", it.reason())
                .param("total", it.total())
                .update();
    }

    @Override
    public List<Republication> before(@Nullable UUID id, int limit) {
        return jdbc.sql(ALL + """
                        where :id is null or (started_at, id) <
                            (select r.started_at, r.id from republication r where r.id = :id)
                        order by started_at desc, id desc limit :limit
                        """)
                .param("id", id == null ? null : id.toString())
                .param("limit", limit)
                .query((row, _) -> republication(row))
                .list();
    }

    @Override
    public boolean advance(UnaryOperator<Republication> step) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var next = jdbc.sql(
                            ALL + "where finished_at is null order by started_at, id limit 1 for update skip locked")
                    .query((row, _) -> republication(row))
                    .optional();
            next.map(step).ifPresent(this::keep);
            return next.isPresent();
        }));
    }

    private void keep(Republication it) {
        jdbc.sql("""
                update republication set published = :published, position = :position, finished_at = :finishedAt
                where id = :id
                """)
                .param("published", it.published())
                .param("position", it.position())
                .param("finishedAt", Utc.columnOrNull(it.finishedAt()))
                .param("id", it.id().toString())
                .update();
    }

    @Override
    public void forgetOlderThan(Instant time) {
        jdbc.sql("delete from republication where finished_at is not null and started_at < :time")
                .param("time", Utc.column(time))
                .update();
    }

    private static Republication republication(ResultSet row) throws SQLException {
        return new Republication(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("started_by")),
                Utc.instant(row, "started_at"),
                row.getString("reason"),
                row.getLong("total"),
                row.getLong("published"),
                row.getString("position"),
                Utc.instantOrNull(row, "finished_at"));
    }
}
