package com.ecom.core.privacy;

import com.ecom.core.privacy.HandlePrivacyRequests.Requested;
import java.util.Objects;
import java.util.Optional;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets people as soon as nothing stands in the way any more. */
@Slf4j
class RetryErasures {

    private final PostponedErasures postponed;
    private final HandlePrivacyRequests answers;
    private final TransactionTemplate transaction;

    RetryErasures(PostponedErasures postponed, HandlePrivacyRequests answers, TransactionTemplate transaction) {
        this.postponed = postponed;
        this.answers = answers;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1M}", initialDelayString = "${ecom.upkeep.every:PT1M}")
    void allThatAreDue() {
        for (var due = claim(); due.isPresent(); due = claim()) {
            retry(due.get());
        }
    }

    private Optional<Requested> claim() {
        return Objects.requireNonNull(transaction.execute(_ -> postponed.claim()));
    }

    /** What fails, as when others held its locks, comes again in a minute, and holds up nobody else. */
    private void retry(Requested it) {
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
