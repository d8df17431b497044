package com.ecom.auth;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What takes long is done before a transaction begins: within one, others wait for its locks and its connection. */
final class NothingSlow {

    private NothingSlow() {}

    /** @throws IllegalStateException within a transaction */
    static void mayBeginNow(String work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(work + " takes long and must not be done within a transaction");
        }
    }
}
