package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.lifecycle.Purge;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims each message by its primary key, in the transaction of its effect; a concurrent twin waits for the outcome. */
class JdbcInbox implements Inbox {

    /** A transaction that the database undid because others held its locks is repeated a moment later. */
    private static final RetryOperations AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(3)
            .delay(Duration.ofMillis(30))
            .jitter(Duration.ofMillis(25))
            .build());

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration retention;

    JdbcInbox(JdbcClient jdbc, TransactionTemplate transaction, Duration retention) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.retention = retention;
    }

    @Override
    public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
        AGAIN.invoke(() -> transaction.executeWithoutResult(_ -> {
            var claimed = messages.size() > 1 && claimAll(consumer, messages)
                    ? messages
                    : messages.stream().filter(it -> claim(consumer, it)).toList();
            FaultPoint.pass("inbox-claimed-before-effect");
            if (!claimed.isEmpty()) {
                effect.accept(claimed);
                FaultPoint.pass("inbox-effect-before-commit");
            }
        }));
    }

    /** Usually none has been seen before, and one statement claims them all; if any was, it claims none. */
    private boolean claimAll(String consumer, List<Envelope> messages) {
        try {
            BulkSql.in(
                            jdbc,
                            "insert into inbox_message (consumer, event_id, event_type) values %s",
                            "(?, ?, ?)",
                            messages.stream()
                                    .map(it -> new Object[] {consumer, it.id().toString(), it.type()})
                                    .toList())
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private boolean claim(String consumer, Envelope message) {
        return jdbc.sql(
                                "insert ignore into inbox_message (consumer, event_id, event_type) values (:consumer, :id, :type)")
                        .param("consumer", consumer)
                        .param("id", message.id().toString())
                        .param("type", message.type())
                        .update()
                == 1;
    }

    /** Kept longer than any topic keeps its messages. Purged in small statements, so that nobody waits. */
    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT15M}")
    void forgetOld() {
        Purge.inChunks(limit -> jdbc.sql("""
                delete from inbox_message where received_at < now(3) - interval :seconds second
                order by received_at limit :limit
                """)
                .param("seconds", retention.toSeconds())
                .param("limit", limit)
                .update());
    }
}
