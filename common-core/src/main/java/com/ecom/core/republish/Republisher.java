package com.ecom.core.republish;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes on with what was asked for, some every second, in whichever instance comes first. */
class Republisher {

    private static final Logger log = LoggerFactory.getLogger(Republisher.class);
    private static final int BATCH = 100;

    private final CurrentStates states;
    private final Republications republications;
    private final RepublishProperties settings;
    private final Clock clock;

    Republisher(CurrentStates states, Republications republications, RepublishProperties settings, Clock clock) {
        this.states = states;
        this.republications = republications;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        for (int published = 0; published < settings.perSecond(); published += BATCH) {
            if (!republications.advance(this::publishSome)) {
                return;
            }
        }
    }

    private Republication publishSome(Republication it) {
        var next = it.after(states.publishAfter(it.position(), BATCH), BATCH, clock.instant());
        if (next.finishedAt() != null) {
            log.info("Published again {} states of {}, as {} asked for", next.published(), settings.name(), it.id());
        }
        return next;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT30M}")
    void purge() {
        republications.forgetOlderThan(clock.instant().minus(settings.retention()));
    }
}
