package com.ecom.core.outbox;

import com.ecom.core.fault.FaultPoint;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox table. A pass is one transaction that locks the buckets it takes, so that no two relays send events of one
 * key at the same time; all of them are looked into at every pass.
 */
class JdbcOutboxStore implements OutboxStore {

    private final TransactionTemplate transaction;
    private final OutboxPartitions buckets;
    private final OutboxRows rows;
    private final OutboxRows measured;

    /**
     * @param rows on the relay's own connection, as the transaction and the buckets are
     * @param measured on any other: that one may wait for the broker
     */
    JdbcOutboxStore(TransactionTemplate transaction, OutboxPartitions buckets, OutboxRows rows, OutboxRows measured) {
        this.transaction = transaction;
        this.buckets = buckets;
        this.rows = rows;
        this.measured = measured;
    }

    @Override
    public Pass pass(int limit, boolean looking, Sending sending) {
        return Objects.requireNonNull(transaction.execute(_ -> passWithin(limit, sending)));
    }

    private Pass passWithin(int limit, Sending sending) {
        var mine = buckets.takeFree();
        var shared = mine.size() < OutboxPartitions.COUNT;
        if (mine.isEmpty()) {
            return new Pass(Settlement.NOTHING, false, shared);
        }
        var next = rows.next(mine, limit);
        var settled = sending.send(next);
        rows.markSent(settled.delivered());
        settled.refused().forEach(rows::markRefused);
        if (!next.isEmpty()) {
            FaultPoint.pass("outbox-marked-before-commit");
        }
        return new Pass(settled, next.size() == limit, shared);
    }

    @Override
    public Backlog backlog() {
        return measured.backlog();
    }
}
