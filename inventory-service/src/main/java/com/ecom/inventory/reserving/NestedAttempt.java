package com.ecom.inventory.reserving;

import java.util.function.BooleanSupplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a change inside the transaction of the caller, and takes back to its savepoint what does not work out. */
final class NestedAttempt {

    private final TransactionTemplate nested;

    NestedAttempt(PlatformTransactionManager transactions) {
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Returns what the change does; after false nothing of it remains, not even what was published. */
    boolean succeeds(BooleanSupplier change) {
        try {
            return Boolean.TRUE.equals(nested.execute(savepoint -> {
                var good = change.getAsBoolean();
                if (!good) {
                    savepoint.setRollbackOnly();
                }
                return good;
            }));
        } catch (TransactionSystemException e) {
            // The database has undone everything, savepoint included: why is what the caller can do something about.
            throw e.getApplicationException() instanceof PessimisticLockingFailureException reason ? reason : e;
        }
    }
}
