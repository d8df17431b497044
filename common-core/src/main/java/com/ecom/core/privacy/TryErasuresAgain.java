package com.ecom.core.privacy;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets people as soon as nothing stands in the way any more. */
class TryErasuresAgain {

    private final PostponedErasures postponed;
    private final AnswerRequests answers;
    private final TransactionTemplate transaction;

    TryErasuresAgain(PostponedErasures postponed, AnswerRequests answers, TransactionTemplate transaction) {
        this.postponed = postponed;
        this.answers = answers;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void allThatAreDue() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> one()))) {
            // Each in a transaction of its own.
        }
    }

    private boolean one() {
        var due = postponed.claim();
        due.filter(answers::tryToErase).ifPresent(postponed::remove);
        return due.isPresent();
    }
}
