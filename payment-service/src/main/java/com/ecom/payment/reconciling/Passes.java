package com.ecom.payment.reconciling;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.jdbc.Utc;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.reconciling.Difference.Kind;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Makes good what can be, and keeps the record of it in the same transaction. */
@Repository
class Passes {

    private static final String ALL =
            "select id, kind, actor, from_at, until_at, compared, differences, healed, ran_at from reconciliation_pass ";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Lifecycle payments;
    private final MeterRegistry meters;

    Passes(JdbcClient jdbc, JdbcOperations batches, Lifecycle payments, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.payments = payments;
        this.meters = meters;
        for (var kind : Kind.values()) {
            counter(kind, true);
            counter(kind, false);
        }
    }

    /** What the clock found among payments that waited too long. */
    @Transactional
    void healWaiting(int compared, List<Difference> found) {
        heal(
                new Pass(
                        newId(),
                        PassKind.WAITING,
                        null,
                        null,
                        null,
                        compared,
                        found.size(),
                        healable(found),
                        Utc.now(jdbc)),
                found);
    }

    /**
     * What a pass over both books found; returns how many payments were made good.
     *
     * @param actor nobody where the clock did it
     */
    @Transactional
    long healAll(@Nullable UUID actor, FullPass.Found found) {
        var differences = found.differences();
        var pass = new Pass(
                newId(),
                PassKind.FULL,
                actor,
                found.from(),
                found.until(),
                found.compared(),
                differences.size(),
                healable(differences),
                Utc.now(jdbc));
        heal(pass, differences);
        return pass.healed();
    }

    /** Whether a pass was carried out under that key before. */
    boolean isRepeated(IdempotencyKey key) {
        return jdbc.sql("""
                select exists (select 1 from idempotency_key
                               where caller = :caller and operation = :operation and value = :value)
                """)
                .param("caller", key.caller().toString())
                .param("operation", key.operation())
                .param("value", key.value())
                .query(Boolean.class)
                .single();
    }

    /** The newest first, older than that one. */
    List<Pass> before(@Nullable String id, int limit) {
        return jdbc.sql(ALL + "where :id is null or id < :id order by id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Pass> find(UUID id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    List<Entry> differencesOf(UUID pass) {
        return jdbc.sql("""
                select order_id, kind, ours, theirs, healed from reconciliation_difference
                where pass_id = :pass order by order_id, kind
                """)
                .param("pass", pass.toString())
                .query((row, _) -> new Entry(
                        UUID.fromString(row.getString("order_id")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getBoolean("healed")))
                .list();
    }

    private void heal(Pass pass, List<Difference> found) {
        var healing = found.stream()
                .map(Difference::healing)
                .flatMap(Collection::stream)
                .toList();
        if (!healing.isEmpty()) {
            payments.advance(healing);
        }
        jdbc.sql("""
                insert into reconciliation_pass (id, kind, actor, from_at, until_at, compared, differences, healed, ran_at)
                values (:id, :kind, :actor, :from, :until, :compared, :differences, :healed, :ran)
                """)
                .param("id", pass.passId().toString())
                .param("kind", pass.kind().name())
                .param("actor", pass.actor() == null ? null : pass.actor().toString())
                .param("from", Utc.columnOrNull(pass.from()))
                .param("until", Utc.columnOrNull(pass.until()))
                .param("compared", pass.compared())
                .param("differences", pass.differences())
                .param("healed", pass.healed())
                .param("ran", Utc.columnOrNull(pass.ranAt()))
                .update();
        batches.batchUpdate(
                """
                insert into reconciliation_difference (pass_id, order_id, kind, ours, theirs, healed)
                values (?, ?, ?, ?, ?, ?)
                """,
                found.stream()
                        .map(it -> new Object[] {
                            pass.passId().toString(),
                            it.order().toString(),
                            it.kind().name(),
                            it.ours(),
                            it.theirs(),
                            it.canBeHealed()
                        })
                        .toList());
        found.forEach(it -> counter(it.kind(), it.canBeHealed()).increment());
    }

    private Counter counter(Kind kind, boolean healed) {
        return Counter.builder("ecom.payment.reconciliation.differences")
                .description("Differences between our books and the provider's, and whether they were made good")
                .tags("kind", kind.name(), "healed", String.valueOf(healed))
                .register(meters);
    }

    private static int healable(List<Difference> found) {
        return (int) found.stream().filter(Difference::canBeHealed).count();
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private static Pass read(ResultSet row) throws SQLException {
        var actor = row.getString("actor");
        return new Pass(
                UUID.fromString(row.getString("id")),
                PassKind.valueOf(row.getString("kind")),
                actor == null ? null : UUID.fromString(actor),
                Utc.instantOrNull(row, "from_at"),
                Utc.instantOrNull(row, "until_at"),
                row.getInt("compared"),
                row.getInt("differences"),
                row.getInt("healed"),
                Utc.instant(row, "ran_at"));
    }

    enum PassKind {
        /** Every minute, over payments that have waited too long; on the record where something was found. */
        WAITING,
        /** Over both books, every night and whenever an operator asks for it. */
        FULL
    }

    /** @param actor nobody where the clock did it */
    record Pass(
            UUID passId,
            PassKind kind,
            @Nullable UUID actor,
            @Nullable Instant from,
            @Nullable Instant until,
            int compared,
            int differences,
            int healed,
            Instant ranAt) {}

    record Entry(UUID orderId, Kind kind, String ours, String theirs, boolean healed) {}
}
