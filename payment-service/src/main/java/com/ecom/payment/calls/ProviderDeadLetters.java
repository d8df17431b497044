package com.ecom.payment.calls;

import com.ecom.core.jdbc.Utc;
import com.ecom.payment.calls.ProviderDeadLetter.Kind;
import com.ecom.payment.calls.ProviderDeadLetter.State;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls that are not tried again by themselves, until somebody has decided about them. Keeping one is a transaction of its
 * own that nothing later undoes.
 */
@Repository
class ProviderDeadLetters {

    private static final String ALL = """
            from provider_dead_letter l
            join payment_intent i on i.id = l.intent_id
            left join refund r on r.intent_id = l.intent_id and r.id = l.subject
            """;
    /** Whether the payment still waits for the answer; it may have come by another way meanwhile. */
    private static final String WANTED = """
            (case l.operation
                when 'AUTHORIZE' then i.state in ('AUTHORIZING', 'CANCEL_PENDING')
                when 'CAPTURE' then i.state = 'CAPTURING'
                when 'VOID' then i.state = 'VOIDING'
                else r.state <=> 'REQUESTED' end)
            """;

    private static final String COLUMNS = """
            select l.id, i.order_id, l.operation, nullif(l.subject, '') as refund_id, l.kind, l.attempts, l.error, l.state,
                   l.kept_at, i.state as payment_state,
            """ + WANTED + " as wanted ";
    private static final String CHOSEN = """
            where l.state = :state
              and (:id is null or l.id = :id)
              and (:order is null or i.order_id = :order)
              and (:operation is null or l.operation = :operation)
              and (:kind is null or l.kind = :kind)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final CallFigures figures;
    private final AtomicLong waiting = new AtomicLong();

    ProviderDeadLetters(JdbcClient jdbc, JdbcOperations batches, CallFigures figures, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.figures = figures;
        Gauge.builder("ecom.payment.provider.dead-letters.waiting", waiting, AtomicLong::get)
                .description("Calls that were put aside and that nobody has decided about")
                .register(meters);
    }

    /** From now on the call is made only if an operator asks for it. Of two who give it up at once, one keeps it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(Call call, Kind kind, String error) {
        var attempts = jdbc.sql("""
                select attempts from provider_call
                where intent_id = :intent and operation = :operation and subject = :subject and not done
                for update
                """)
                .param("intent", call.intent())
                .param("operation", call.operation().name())
                .param("subject", call.subject())
                .query(Integer.class)
                .optional();
        attempts.ifPresent(it -> {
            setDone(call, error);
            insert(call, kind, error, it);
            figures.isPutAside(call.operation(), kind);
        });
    }

    private void setDone(Call call, String error) {
        jdbc.sql("""
                update provider_call set done = true, last_error = :error
                where intent_id = :intent and operation = :operation and subject = :subject
                """)
                .param("error", DueCalls.shortened(error))
                .param("intent", call.intent())
                .param("operation", call.operation().name())
                .param("subject", call.subject())
                .update();
    }

    private void insert(Call call, Kind kind, String error, int attempts) {
        jdbc.sql("""
                insert into provider_dead_letter (id, intent_id, operation, subject, kind, attempts, error)
                values (:id, :intent, :operation, :subject, :kind, :attempts, :error)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("intent", call.intent())
                .param("operation", call.operation().name())
                .param("subject", call.subject())
                .param("kind", kind.name())
                .param("attempts", attempts)
                .param("error", DueCalls.shortened(error))
                .update();
    }

    /** The oldest first, younger than that one. */
    List<ProviderDeadLetter> list(State state, Choice choice, String after, int limit) {
        return chosen(COLUMNS + ALL + CHOSEN + "and l.id > :after order by l.id limit :limit", state, choice)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<ProviderDeadLetter> find(UUID id) {
        return jdbc.sql(COLUMNS + ALL + "where l.id = :id")
                .param("id", id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** How many a requeue would move. */
    long count(Choice choice, boolean wantedOnly, int most) {
        return Math.min(
                most,
                chosen(
                                "select count(*) " + ALL + CHOSEN + "and (not :wantedOnly or " + WANTED + ")",
                                State.WAITING,
                                choice)
                        .param("wantedOnly", wantedOnly)
                        .query(Long.class)
                        .single());
    }

    /** Their calls are due again, as if they had never been made: only those that their payments still wait for. */
    @Transactional(propagation = Propagation.MANDATORY)
    long requeue(Choice choice, int most) {
        var letters = waiting(choice, true, most);
        batches.batchUpdate("""
                update provider_call c join provider_dead_letter l
                  on l.intent_id = c.intent_id and l.operation = c.operation and l.subject = c.subject
                set c.done = false, c.attempts = 0, c.next_attempt_at = now(3)
                where l.id = ?
                """, letters);
        move(letters, State.REQUEUED);
        return letters.size();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long discard(Choice choice, int most) {
        var letters = waiting(choice, false, most);
        move(letters, State.DISCARDED);
        return letters.size();
    }

    @Scheduled(fixedDelayString = "PT15S")
    void countWaiting() {
        waiting.set(jdbc.sql("select count(*) from provider_dead_letter where state = 'WAITING'")
                .query(Long.class)
                .single());
    }

    private List<Object[]> waiting(Choice choice, boolean wantedOnly, int most) {
        return chosen(
                        "select l.id " + ALL + CHOSEN + "and (not :wantedOnly or " + WANTED
                                + ") order by l.id limit :most for update of l",
                        State.WAITING,
                        choice)
                .param("wantedOnly", wantedOnly)
                .param("most", most)
                .query((row, _) -> new Object[] {row.getString("id")})
                .list();
    }

    private void move(List<Object[]> letters, State to) {
        batches.batchUpdate("update provider_dead_letter set state = '%s' where id = ?".formatted(to.name()), letters);
    }

    private JdbcClient.StatementSpec chosen(String sql, State state, Choice it) {
        return jdbc.sql(sql)
                .param("state", state.name())
                .param("id", it.id() == null ? null : it.id().toString())
                .param("order", it.orderId() == null ? null : it.orderId().toString())
                .param("operation", it.operation())
                .param("kind", it.kind() == null ? null : it.kind().name());
    }

    private static ProviderDeadLetter read(ResultSet row) throws SQLException {
        var refund = row.getString("refund_id");
        return new ProviderDeadLetter(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("order_id")),
                row.getString("operation"),
                refund == null ? null : UUID.fromString(refund),
                Kind.valueOf(row.getString("kind")),
                row.getInt("attempts"),
                row.getString("error"),
                State.valueOf(row.getString("state")),
                row.getString("payment_state"),
                row.getBoolean("wanted"),
                Utc.instant(row, "kept_at"));
    }

    /** Which letters are meant; whatever is absent does not narrow them down. */
    record Choice(
            @Nullable UUID id,
            @Nullable UUID orderId,
            @Nullable String operation,
            @Nullable Kind kind) {}
}
