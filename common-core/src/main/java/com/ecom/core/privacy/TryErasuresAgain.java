package com.ecom.core.privacy;

import com.ecom.core.privacy.AnswerRequests.Requested;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets people as soon as nothing stands in the way any more. */
class TryErasuresAgain {

    private static final Logger log = LoggerFactory.getLogger(TryErasuresAgain.class);

    private final PostponedErasures postponed;
    private final AnswerRequests answers;
    private final TransactionTemplate transaction;

    TryErasuresAgain(PostponedErasures postponed, AnswerRequests answers, TransactionTemplate transaction) {
        this.postponed = postponed;
        this.answers = answers;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1M}", initialDelayString = "${ecom.upkeep.every:PT1M}")
    void allThatAreDue() {
        for (var due = claim(); due.isPresent(); due = claim()) {
            tryAgain(due.get());
        }
    }

    private Optional<Requested> claim() {
        return Objects.requireNonNull(transaction.execute(_ -> postponed.claim()));
    }

    /** What fails, as when others held its locks, comes again in a minute, and holds up nobody else. */
    private void tryAgain(Requested it) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (answers.tryToErase(it)) {
                    postponed.remove(it);
                } else {
                    postponed.putOff(it);
                }
            });
        } catch (RuntimeException e) {
            log.warn("Request {} has to wait: {}", it.requestId(), e.toString());
        }
    }
}
