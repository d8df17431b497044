package com.ecom.core.deadletters;

import com.ecom.core.lifecycle.Purge;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Letters about which somebody has decided are of no use after a while; those that wait stay. */
class PurgeDeadLetters {

    private final DeadLetters letters;
    private final Duration age;

    PurgeDeadLetters(DeadLetters letters, Duration age) {
        this.letters = letters;
        this.age = age;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT25M}")
    void purge() {
        Purge.inChunks(limit -> letters.forgetDecided(age, limit));
    }
}
