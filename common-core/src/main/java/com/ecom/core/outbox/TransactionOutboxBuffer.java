package com.ecom.core.outbox;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.JdbcOutbox.NewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events of one transaction, written together just before it commits. The locks under which they were published are
 * still held then, so that their numbers follow the order of commits as if each had been written at once.
 */
final class TransactionOutboxBuffer implements TransactionSynchronization {

    private static final int AT_ONCE = 100;

    private final Consumer<List<NewRow>> write;
    private final RelayWakeUp wakeUp;
    private final List<NewRow> rows = new ArrayList<>();
    private final Map<Object, Integer> atSavepoint = new HashMap<>();

    private TransactionOutboxBuffer(Consumer<List<NewRow>> write, RelayWakeUp wakeUp) {
        this.write = write;
        this.wakeUp = wakeUp;
    }

    static TransactionOutboxBuffer ofThisTransaction(Consumer<List<NewRow>> write, RelayWakeUp wakeUp) {
        for (var it : TransactionSynchronizationManager.getSynchronizations()) {
            if (it instanceof TransactionOutboxBuffer known) {
                return known;
            }
        }
        var buffer = new TransactionOutboxBuffer(write, wakeUp);
        TransactionSynchronizationManager.registerSynchronization(buffer);
        return buffer;
    }

    void add(NewRow row) {
        rows.add(row);
    }

    @Override
    public void savepoint(Object savepoint) {
        atSavepoint.put(savepoint, rows.size());
    }

    /** What was published since then is taken back with the change that it reported. */
    @Override
    public void savepointRollback(Object savepoint) {
        var known = atSavepoint.getOrDefault(savepoint, 0);
        rows.subList(known, rows.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        FaultPoint.pass("outbox-before-writing");
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            write.accept(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
    }

    @Override
    public void afterCommit() {
        FaultPoint.pass("outbox-committed-before-nudge");
        wakeUp.give();
    }
}
