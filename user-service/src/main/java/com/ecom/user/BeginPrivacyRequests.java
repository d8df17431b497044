package com.ecom.user;

import com.ecom.core.service.Purge;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins what is due, and forgets copies a week after they were made. */
@Component
class BeginPrivacyRequests {

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

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetCopies() {
        Purge.inChunks(requests::forgetCopies);
    }
}
