package com.ecom.auth.secrets;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Guards slow work: within a transaction, others would wait for its locks and its connection. */
public final class OutsideTransaction {

    private OutsideTransaction() {}

    /** @throws IllegalStateException within a transaction */
    public static void require(String work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(work + " takes long and must not be done within a transaction");
        }
    }
}
