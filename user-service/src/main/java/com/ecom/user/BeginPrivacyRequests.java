package com.ecom.user;

import com.ecom.core.service.Purge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins what is due, and forgets copies a week after they were made. */
@Component
class BeginPrivacyRequests {

    private static final Logger log = LoggerFactory.getLogger(BeginPrivacyRequests.class);

    private final RunPrivacyRequests run;
    private final PrivacyRequests requests;

    BeginPrivacyRequests(RunPrivacyRequests run, PrivacyRequests requests) {
        this.run = run;
        this.requests = requests;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void allThatAreDue() {
        while (run.beginNext()) {
            // Each in a transaction of its own.
        }
    }

    /** The same at once, if it can be; what was asked for is noted, and whoever asked is not to hear that it was not. */
    void soon() {
        try {
            allThatAreDue();
        } catch (DataAccessException e) {
            log.info("A privacy request begins a little later: {}", e.toString());
        }
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void forgetCopies() {
        Purge.inChunks(requests::forgetCopies);
    }
}
