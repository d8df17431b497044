package com.ecom.user.privacy;

import com.ecom.core.lifecycle.Purge;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts requests that are due, and deletes copies a week after they were made. */
@Component
@RequiredArgsConstructor
@Slf4j
class StartPrivacyRequests {

    private final ProcessPrivacyRequests run;
    private final PrivacyRequests requests;

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void startAllDue() {
        while (run.startNext()) {
            // Each in a transaction of its own.
        }
    }

    /** Tries the same at once. The request is already recorded, so a failure here must not reach its caller. */
    void startSoon() {
        try {
            startAllDue();
        } catch (DataAccessException e) {
            log.info("A privacy request begins a little later: {}", e.toString());
        }
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void deleteOldCopies() {
        Purge.inChunks(requests::deleteOldCopies);
    }
}
